using System.Text;
using JourneyTracker.Journal.Import.History;

namespace JourneyTracker.IntegrationTests.Finding;

public sealed class FormulaCellsTests
{
    [Theory]
    [InlineData("a,=b\n", "a,'=b\n")]
    [InlineData("=a,\"+b\"\r\n@c", "'=a,\"'+b\"\r\n'@c")]
    [InlineData("\"a,=b\",-1", "\"a,=b\",'-1")]
    [InlineData("\"a\"\",=b\",c=d", "\"a\"\",=b\",c=d")]
    [InlineData("\"\",=a", "\"\",'=a")]
    [InlineData("\"a\n=b\",c", "\"a\n=b\",c")]
    [InlineData("1,2024-01-01,x'=y", "1,2024-01-01,x'=y")]
    public void A_cell_that_begins_like_a_formula_gets_an_apostrophe_and_loses_it_again(string cells, string harmless)
    {
        Encoding.UTF8.GetString(FormulaCells.Neutralise(Encoding.UTF8.GetBytes(cells), ',')).Should().Be(harmless);
        Encoding.UTF8.GetString(FormulaCells.Restore(Encoding.UTF8.GetBytes(harmless), ',')).Should().Be(cells);
    }

    [Fact]
    public void A_tab_between_cells_is_none_of_them() => Encoding.UTF8.GetString(FormulaCells.Neutralise("a\t=b\t\tc"u8, '\t')).Should().Be("a\t'=b\t\tc");
}
