using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using JourneyTracker.Domain.Codes;
using JourneyTracker.Domain.Deciding;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Domain.Matters.Table;
using JourneyTracker.IntegrationTests.Journal;
using JourneyTracker.Tests.StoredFacts;
using JourneyTracker.Web;
using JourneyTracker.Web.Recording;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace JourneyTracker.IntegrationTests.Recording;

/// <summary>The forms that are made from the shapes of facts.</summary>
public sealed partial class FactFormTests
{
    private static readonly IStringLocalizer<Texts> T =
        new StringLocalizer<Texts>(new ResourceManagerStringLocalizerFactory(Options.Create(new LocalizationOptions()), NullLoggerFactory.Instance));

    [Fact]
    public void The_form_of_every_kind_sends_what_it_was_filled_with()
    {
        foreach (var kind in RecordableKinds.All)
        {
            foreach (var fact in Samples.EveryKind.Where(f => f.GetType() == kind.Type).Append(Filled.Fact(kind.Type)))
            {
                var form = Form(kind, Fill(fact));
                var sent = new FactForm(kind, HerChoices.None, PostedByBrowser.Of(form.Parts), corrects: false, T);
                sent.Read().Should().Be(fact, $"{kind.Name}: {string.Join("; ", sent.Wrong)}");
                sent.LeftOver.Should().BeEmpty(kind.Name);
            }
        }
    }

    [Fact]
    public void A_form_with_nothing_but_what_is_needed_gives_the_fact_that_says_no_more()
    {
        foreach (var kind in RecordableKinds.All)
        {
            var form = Form(kind, PostedByBrowser.Of(Form(kind, Typed.On(Samples.Day)).Parts));
            if (form.Read() is { } fact) FactCodec.WritePlain(fact).GetRawText().Should().NotContain("\"no\"", $"{kind.Name}: what nobody answered is never no");
            else form.Wrong.Keys.Should().OnlyContain(f => PostedByBrowser.Fields(form.Parts).Any(p => p.Name == f), $"{kind.Name}: each error leads to a field");
        }
    }

    [Fact]
    public void Nothing_is_chosen_in_a_new_form_before_somebody_chooses_but_that_the_day_is_known_and_the_matter_it_fits()
    {
        foreach (var kind in RecordableKinds.All)
            Chosen(Form(kind, Typed.On(Samples.Day)).Parts).Should().BeSubsetOf(["happenedOn.exact", "matter"], kind.Name);

        static IEnumerable<string> Chosen(IEnumerable<FormPart> parts) => parts.SelectMany(p => p.Field is not { } field ? Chosen(p.Parts!)
            : field.Choices.Any(c => c.Value == field.Value || field.Chosen.Contains(c.Value)) ? [field.Name] : []);
    }

    [Fact]
    public void Only_what_has_a_door_of_its_own_has_no_form() =>
        FactCatalogue.All.Except(RecordableKinds.All).Select(k => k.Name).Should().BeEquivalentTo(
            "journey-opened.v1", "access-overridden.v1", "corrected.v1", "withdrawn.v1", "journeys-merged.v1", "journeys-unmerged.v1", "processing-restricted.v1", "restriction-lifted.v1", "moved-partnership.v1", "recall-considered.v2");

    [Fact]
    public void Every_text_whose_documentation_names_a_list_is_chosen_from_it()
    {
        var documented = XDocument.Load(Path.Combine(AppContext.BaseDirectory, "JourneyTracker.Domain.xml")).Descendants("member").Where(m => ((string)m.Attribute("name")!).StartsWith("T:JourneyTracker.Domain.Facts.", StringComparison.Ordinal));
        var fields = from member in documented
                     let type = typeof(Fact).Assembly.GetType(((string)member.Attribute("name")!)[2..])
                     where type is not null && !type.IsSubclassOf(typeof(FormerShape))
                     from parameter in member.Elements("param")
                     let list = ListName().Match(parameter.Value)
                     where list.Success && CodeList.Everything.Any(l => l.Name == list.Groups[1].Value)
                     select (type, Field: (string)parameter.Attribute("name")!);
        fields.Should().HaveCountGreaterThan(25).And.OnlyContain(f => FieldCodes.Of(f.type, f.Field, "") != null);
    }

    [Fact]
    public void What_is_recorded_from_the_form_itself_opens_and_ends_no_matter() =>
        RecordableKinds.All.Where(RecordableKinds.IsQuick).Should().HaveCount(8).And.OnlyContain(k => MatterTable.Of(k.Type).All(l => l.Effects.Count == 0));

    [Fact]
    public void What_is_hers_to_disclose_is_asked_as_such_and_never_as_a_need()
    {
        var form = Form(FactCatalogue.Of(typeof(NeedsAssessed)), Typed.Nothing);
        IReadOnlyList<string> Answers(string field) => [.. PostedByBrowser.Fields(form.Parts).Single(f => f.Name == field).Choices.Select(c => c.Value)];
        Answers("sensitivePathways.ABUSE.answer").Should().Equal("asked-nothing-shared", "shared", "prefers-not-to-say", "not-asked");
        Answers("sensitivePathways.SEX_WORK.answer").Should().Equal(Answers("sensitivePathways.ABUSE.answer"));
        Answers("pathways.ACCOM.answer").Should().Equal("no-support-needed", "support-needed", "urgent-support-needed", "prefers-not-to-say", "not-asked");
        PostedByBrowser.Fields(form.Parts).Should().NotContain(f => f.Name == "sensitivePathways.ABUSE.score").And.NotContain(f => f.Name.StartsWith("pathways.ABUSE", StringComparison.Ordinal));
    }

    [Fact]
    public void Why_she_is_asked_about_her_children_stands_before_the_question()
    {
        var group = Form(FactCatalogue.Of(typeof(CircumstancesRecorded)), Typed.Nothing).Parts.Single(p => p.Id == "told").Parts!.Single(p => p.Id == "told.children");
        group.Hint.Should().StartWith("Say first: we ask so that").And.Contain("see the answer").And.Contain("children's services do not");
        group.Parts!.Select(p => p.Field!.Name).Should().StartWith(["told.children.toldWhy", "told.children.hasChildren"]);
    }

    [Fact]
    public void Whether_consent_is_free_is_asked_before_what_it_is_for() =>
        PostedByBrowser.Fields(Form(FactCatalogue.Of(typeof(ConsentGiven)), Typed.Nothing).Parts).Select(f => f.Name).Where(n => !n.StartsWith("happenedOn", StringComparison.Ordinal))
            .Should().StartWith(["place", "present", "interpreter", "condition", "reviewOn", "to.scope"]);

    [Fact]
    public void A_refusal_stands_at_its_field_and_what_was_typed_stays()
    {
        var kind = FactCatalogue.Of(typeof(CircumstancesRecorded));
        var form = Form(kind, Fill(new CircumstancesRecorded(Protected.Of(new Circumstances(new ChildrenTold(YesNoAnswer.Yes, Number: 99)))) { HappenedOn = Samples.Day.AddDays(400) }));
        form.Refuse(Decide.Check(form.Read()!, Samples.Day)!);
        form.Wrong.Should().Equal(new Dictionary<string, string> { ["happenedOn"] = "Day you talked must be today or in the past" });
        form.Refuse(new Refusal(Rule.Malformed, "That number of children cannot be.", "Check the number.", "told.children"));
        form.Wrong["told.children"].Should().Be("That number of children cannot be. Check the number.");
        PostedByBrowser.Fields(form.Parts).Single(f => f.Name == "told.children.number").Value.Should().Be("99");
    }

    [Theory]
    [InlineData("month", "", "3", "2026", "", "2026-03")]
    [InlineData("by", "5", "march", "2026", "", "../2026-03-05")]
    [InlineData("day", "5", "3", "2026", "9.30", "2026-03-05T09:30:00")]
    [InlineData("day", "5", "3", "2026", "", "2026-03-05")]
    public void A_day_is_recorded_no_more_exactly_than_it_is_known(string exact, string day, string month, string year, string time, string recorded)
    {
        var typed = new Typed(new Dictionary<string, string[]> { ["happenedOn.exact"] = [exact], ["happenedOn.day"] = [day], ["happenedOn.month"] = [month], ["happenedOn.year"] = [year], ["happenedOn.time"] = [time] });
        Form(FactCatalogue.Of(typeof(LicenceEnded)), typed).Read()!.HappenedOn.ToString().Should().Be(recorded);
    }

    [Fact]
    public void What_was_typed_into_a_field_that_is_gone_is_shown_and_kept()
    {
        var typed = new Typed(new Dictionary<string, string[]>(Typed.On(Samples.Day).Fields) { ["formerQuestion"] = ["an answer"] });
        var form = Form(FactCatalogue.Of(typeof(AppointmentKept)), typed);
        form.LeftOver.Should().ContainSingle().Which.Value.Should().Equal("an answer");
        form.Read().Should().Be(new AppointmentKept { HappenedOn = Samples.Day });
    }

    private static FactForm Form(FactKind kind, Typed typed) => new(kind, HerChoices.None, typed, corrects: false, T);

    private static Typed Fill(Fact fact) => AnswerFiller.Of(
        new FactQuestions(HerChoices.None, T).Of(FactCatalogue.Of(fact)), JsonNode.Parse(FactCodec.WritePlain(fact).GetRawText())!.AsObject());

    [GeneratedRegex(@"list (\w+)")]
    private static partial Regex ListName();
}
