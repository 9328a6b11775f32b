namespace JourneyTracker.Web.Recording;

internal sealed partial class FieldWords
{
    private FieldText? Hers(string field) => field switch
    {
        "SafeContact.Ways" => new(T["How she can be reached without harm"], T["No number and no address. Kept sealed."]),
        "SafeWays.Safe" => new(T["What is safe"]),
        "SafeWays.Times" => new(T["When it is safe"]),
        "SafeWays.MustNotKnow" => new(T["Who must not know"]),
        "SafeWays.Language" => new(T["Language she is at home in"]),
        "SafeWays.Interpreter" => new(T["Does she want an interpreter?"]),
        "SafeWays.FemaleWorker" => new(T["Does she want a woman to work with?"]),
        "SafeWays.Childcare" => new(T["Does she need childcare to come?"]),
        "SafeWays.NeverInPresenceOf" => new(T["Never in the presence of"]),
        "PlanAgreed.Words" => new(T["The plan, in her words"], T["Kept sealed."]),
        "PlanAgreed.HasCopy" => new(T["Does she have a copy?"], T["Or did she choose not to have one."]),
        "WorkerNamed.Who" => new(T["Who works with her"], T["In place of whoever was before. Kept sealed."]),
        "Worker.As" => new(T["As what"]),
        "Worker.Agency" or "Recipient.Agency" => new(T["Agency"], T["Its name, as it records."]),
        "Worker.Person" or "Recipient.Person" => new(T["Person"], T["The user name. Leave it empty for the whole agency."]),
        "LeftArea.To" => new(T["Where she went"], T["Leave it empty if it is not known, or must not be."]),
        "Died.Note" => new(T["What has to be known"], T["Kept sealed."]),
        "CharacteristicsRecorded.BirthYear" => new(T["Year of birth"], T["Kept sealed."]),
        "CharacteristicsRecorded.Disability" => new(T["Is she disabled?"], T["Kept sealed."]),
        "CharacteristicsRecorded.Religion" => new(T["Religion"], T["In her words. Kept sealed."]),
        "CharacteristicsRecorded.SexualOrientation" => new(T["Sexual orientation"], T["In her words. Kept sealed."]),
        "CharacteristicsRecorded.Area" => new(T["Police force area she lives in"]),
        "CharacteristicsRecorded.GenderReassignment" => new(T["Gender reassignment"], T["Kept sealed."]),
        "CharacteristicsRecorded.Marriage" => new(T["Marriage or partnership"], T["Kept sealed."]),
        "CharacteristicsRecorded.Nationality" => new(T["Nationality"], T["In her words. Kept sealed."]),
        _ => null,
    };

    private FieldText? Sharing(string field) => field switch
    {
        "ConsentGiven.Place" => new(T["Where was she asked?"], T["Consent given in custody or at a police station shares only whether she attended. She is asked again at the women's centre."]),
        "ConsentGiven.Present" => new(T["Who else was there?"], T["Kept sealed."]),
        "ConsentGiven.Condition" => new(T["Was anything attached to it?"], T["With anything attached, only whether she attended is shared."]),
        "ConsentGiven.To" or "SharingDecided.To" => new(T["What is shared, with whom and for what"], T["Kept sealed."]),
        "ConsentGiven.ReviewOn" => new(T["Day she is asked again"], T["Sharing goes on until then."]),
        "SharingTerms.Scope" => new(T["What is shared"]),
        "SharingTerms.Recipients" => new(T["With whom"], T["One agency or person in each group. Only those who are named."]),
        "SharingTerms.Purpose" => new(T["For what, in words she understands"]),
        "ConsentWithdrawn.Consent" => new(T["Which consent"], T["Leave it empty when she takes all of them back."]),
        "ConsentWithdrawn.Words" => new(T["What she said"], T["Kept sealed. Taking consent back is never held against her."]),
        "SharingDecided.Decision" => new(T["What was decided"]),
        "SharingDecided.Ground" => new(T["On what ground"]),
        "SharingDecided.Why" => new(T["Why"], T["Needed when it is shared without her consent. Kept sealed."]),
        "SharingDecided.SheWasTold" => new(T["Was she told?"]),
        "AccessLimited.To" => new(T["Who may know of her"], T["Nobody else, not even your own agency unless it is named. Kept sealed."]),
        "PersonBarred.Who" => new(T["Who may not know of her"], T["That person's access ends at once. Kept sealed."]),
        "BarredPerson.Person" => new(T["User name"]),
        "BarredPerson.Ground" => new(T["On what ground"]),
        "BarLifted.Bar" => new(T["Which bar"]),
        _ => null,
    };
}
