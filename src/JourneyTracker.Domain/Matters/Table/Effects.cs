using JourneyTracker.Domain.Facts;

namespace JourneyTracker.Domain.Matters.Table;

/// <summary>What facts can do to matters. The words and the deed are made of the same arguments.</summary>
internal static class Effects
{
    public static MatterLine On<T>(params IReadOnlyList<Effect> effects)
        where T : Fact => new(typeof(T), "", null, effects);

    public static MatterLine On<T>(string when, Func<T, bool> fits, params IReadOnlyList<Effect> effects)
        where T : Fact => new(typeof(T), when, (_, fact) => fits((T)fact), effects);

    public static MatterLine On<T>(string when, Func<MatterBook, T, bool> fits, params IReadOnlyList<Effect> effects)
        where T : Fact => new(typeof(T), when, (book, fact) => fits(book, (T)fact), effects);

    /// <param name="kind">What is opened.</param>
    /// <param name="stage">In which stage.</param>
    /// <param name="end">How it ends by law; null when only a fact ends it.</param>
    /// <param name="endless">What is found when the law's end is not known.</param>
    public static Effect Opens(MatterKind kind, Stage stage, EndByLaw? end = null, FindingCode? endless = null) => new(
        $"opens {kind.Words()}: {stage.Words().ToLowerInvariant()}",
        (book, fact) =>
        {
            var until = end?.Until(fact, fact.HappenedOn.Day);
            if (until is null && endless is { } code) book.Find(code);
            book.Open(kind, stage, until);
        },
        end,
        endless);

    public static Effect OpensUnlessOpen(MatterKind kind, Stage stage, FindingCode finding) => new(
        $"opens {kind.Words()} when none is open: {stage.Words().ToLowerInvariant()}",
        (book, _) =>
        {
            if (book.Latest(kind) is not null) return;
            book.Find(finding);
            book.Open(kind, stage);
        },
        finding: finding);

    /// <summary>Changes what is open; opens it when nothing is, unless it had already ended under that reference.</summary>
    public static Effect Changes(MatterKind kind, Stage stage, FindingCode? finding = null) => new(
        $"changes {kind.Words()} to: {stage.Words().ToLowerInvariant()}; opens it when none is open",
        (book, _) =>
        {
            if (book.Matching(kind) is [.., var open])
            {
                book.Change(open, stage);
                return;
            }

            if (finding is { } code) book.FindUnlessEnded(kind, code);
            if (!book.HasEnded(kind)) book.Open(kind, stage);
        },
        finding: finding);

    public static Effect Closes(MatterKind kind) => new($"closes {kind.Words()}", (book, _) => book.Close(kind));

    public static Effect Closes(MatterKind kind, FindingCode otherwise) =>
        new($"closes {kind.Words()}", (book, _) => book.CloseOr(kind, otherwise), finding: otherwise);

    public static Effect ClosesSame(MatterKind kind) => new($"closes {kind.Words()} of the same reference", (book, _) => book.CloseSame(kind));

    public static Effect ClosesEvery(MatterKind kind, FindingCode otherwise) => new(
        $"closes {kind.Words()}, every one that is open",
        (book, _) =>
        {
            book.CloseOr(kind, otherwise);
            book.CloseAll(kind);
        },
        finding: otherwise);

    public static Effect Finds(FindingCode finding) => new("changes no matter", (book, _) => book.Find(finding), finding: finding);

    public static Effect Does(string words, Action<MatterBook> deed, FindingCode? finding = null) => new(words, (book, _) => deed(book), finding: finding);

    public static Effect Does<T>(string words, Action<MatterBook, T> deed, FindingCode? finding = null)
        where T : Fact => new(words, (book, fact) => deed(book, (T)fact), finding: finding);
}
