using JourneyTracker.Domain.Identity;

namespace JourneyTracker.Cli.Simulation;

/// <summary>Names and numbers that nobody can take for a real woman's. They go into the identity vault and nowhere else.</summary>
internal static class Fictional
{
    private static readonly string[] First =
        ["Rowan", "Hazel", "Ivy", "Fern", "Willow", "Clover", "Heather", "Juniper", "Bryony", "Marigold", "Linden", "Sorrel", "Tansy", "Laurel", "Myrtle", "Saffron"];

    private static readonly string[] Second =
        ["Amber", "Azure", "Coral", "Crimson", "Ecru", "Indigo", "Jade", "Lilac", "Mauve", "Ochre", "Pearl", "Russet", "Sepia", "Teal", "Umber", "Violet"];

    public static PersonIdentity Person(Dice dice, int birthYear, JourneyId journey) => new(
        $"Testcase {dice.Pick(First)} {dice.Pick(Second)}-Fictional",
        new DateOnly(birthYear, dice.Between(1, 12), dice.Between(1, 28)),
        null,
        [new PersonIdentifier("pnc", $"TEST/{journey.Pseudonym[2..]}"), new PersonIdentifier("prison-number", $"TEST{journey.Pseudonym[2..]}")]);
}
