using System.Text;
using System.Text.Json;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;

namespace JourneyTracker.Tests.StoredFacts;

public class ProofTests
{
    private const string Body = """{"note":"p1.c2VhbGVk","happenedOn":"2024-03-01","force":"E23000001"}""";

    private static readonly RecordedFact Typed = new(
        FactId.Parse("0190f3a0-0000-7000-8000-000000000001", null),
        JourneyId.Parse("6f1c1f0e-4a53-4c1e-9a52-000000000001", null),
        new Partnership("testshire"), 3, 41,
        new DateTimeOffset(2024, 3, 1, 23, 30, 0, TimeSpan.Zero).AddMicroseconds(123456),
        new Recorder("ann.example", "Testshire women's centre"), null, null, null,
        new Arrested { HappenedOn = new DateOnly(2024, 3, 1) });

    [Fact]
    public void The_covered_bytes_of_a_fact_typed_in_here_are_fixed() => Covered(Typed, Body).Should().Be(
        """{"agency":"Testshire women's centre","body":{"force":"E23000001","happenedOn":"2024-03-01","note":"p1.c2VhbGVk"},"id":"0190f3a0-0000-7000-8000-000000000001","journey":"6f1c1f0e-4a53-4c1e-9a52-000000000001","name":"arrested.v1","partnership":"testshire","person":"ann.example","recordedAt":"2024-03-01T23:30:00.123456Z","version":3}""");

    [Fact]
    public void The_covered_bytes_of_a_fact_from_a_source_are_fixed() => Covered(FromSource, Body).Should().Be(
        """{"agency":"Testshire women's centre","body":{"force":"E23000001","happenedOn":"2024-03-01","note":"p1.c2VhbGVk"},"id":"0190f3a0-0000-7000-8000-000000000001","journey":"6f1c1f0e-4a53-4c1e-9a52-000000000001","name":"arrested.v1","partnership":"testshire","person":"ann.example","recordedAt":"2024-03-01T23:30:00.123456Z","source":"custody-system","sourceRecordedAt":"2024-02-29T08:00:00.000000Z","sourceReference":"r1.AAECAwQFBgcICQoLDA0ODw","version":3}""");

    [Fact]
    public void The_order_of_members_in_the_stored_body_does_not_matter() =>
        Covered(Typed, """{"force":"E23000001", "happenedOn":"2024-03-01", "note":"p1.c2VhbGVk"}""").Should().Be(Covered(Typed, Body));

    [Fact]
    public void The_position_is_not_covered_because_the_tree_of_the_log_covers_it() =>
        Covered(Typed with { Position = 42 }, Body).Should().Be(Covered(Typed, Body));

    private static RecordedFact FromSource => Typed with
    {
        Source = "custody-system",
        SourceReference = "r1.AAECAwQFBgcICQoLDA0ODw",
        SourceRecordedAt = new DateTimeOffset(2024, 2, 29, 9, 0, 0, TimeSpan.FromHours(1)),
    };

    private static string Covered(RecordedFact fact, string body) =>
        Encoding.UTF8.GetString(Proof.CoveredBytes(fact, "arrested.v1", JsonElement.Parse(body)));
}
