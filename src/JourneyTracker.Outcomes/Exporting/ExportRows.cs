using System.Security.Cryptography;

namespace JourneyTracker.Outcomes.Exporting;

/// <summary>
/// How rows leave: under names of this export alone, whose key is made for it and kept nowhere, so that two exports cannot be put side by side; without facts of sharing and of the journal itself
/// (who may know of her is one of them), and without ids and references.
/// </summary>
/// <param name="byMonth">Whether days leave as months.</param>
internal sealed class ExportRows(bool byMonth)
{
    private const int KeySize = 32;
    private const int NameLength = 20;
    private readonly string key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(KeySize));

    /// <summary>Facts that leave.</summary>
    public const string Facts = "family not in ('sharing', 'journal')";

    /// <summary>The statement for one table.</summary>
    public string Of(string table) =>
        $"select {string.Join(", ", DataDictionary.All.Where(c => c.Table == table).Select(c => $"{Column(c)} as {c.Name}"))} from store.{table}{(table == "fact" ? $" where {Facts}" : "")} order by 1{(table is "fact" or "spell" or "movement" ? ", seq" : "")}";

    private string Column(DataColumn column) => column.Type switch
    {
        "id" => Named("P", $"{column.Name}::varchar"),
        "reference" => $"case when {column.Name} is not null then {Named("R", column.Name)} end",
        "day" when byMonth => $"strftime({column.Name}, '%Y-%m')",
        "time" when byMonth => "null",
        "agency" => $"case when family <> 'support' then {column.Name} end",
        "json" => Months($"regexp_replace(regexp_replace({column.Name}, '\"m1\\.[^\"]*\"', '\"(reference)\"', 'g'), '\"[0-9a-f]{{8}}-?[0-9a-f]{{4}}-?[0-9a-f]{{4}}-?[0-9a-f]{{4}}-?[0-9a-f]{{12}}\"', '\"(id)\"', 'g')", "\"", "[^\"]*\""),
        "value" => Months(column.Name, "\\b", "\\b"),
        _ => column.Name,
    };

    /// <summary>A name nobody can turn back, nor find in another export.</summary>
    private string Named(string prefix, string value) => $"'{prefix}' || substr(sha256('{key}' || {value}), 1, {NameLength})";

    private string Months(string text, string before, string after) =>
        byMonth ? $"regexp_replace({text}, '{before}(\\d{{4}}-\\d{{2}})-\\d{{2}}{after}', '{(before == "\"" ? "\"\\1\"" : "\\1")}', 'g')" : text;
}
