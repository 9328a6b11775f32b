namespace JourneyTracker.Web.Recording;

internal sealed partial class FieldWords
{
    private FieldText? Police(string field) => field switch
    {
        "LiaisonAndDiversionScreened.Agreed" => new(T["Did she agree to a screening?"], T["Declining is never held against her."]),
        "LiaisonAndDiversionScreened.Outcome" => new(T["What came of it"]),
        "LiaisonAndDiversionScreened.Needs" => new(T["What came up"], T["Kept sealed."]),
        "DiversionConsidered.Decision" => new(T["What was decided"]),
        "PoliceBailed.ReturnOn" => new(T["Day she is to answer bail"]),
        "PoliceBailed.Conditions" or "Bailed.Conditions" => new(T["What she must do meanwhile"]),
        "Diverted.Scheme" => new(T["Kind of diversion"]),
        "ConditionallyCautioned.Conditions" => new(T["What she agreed to do"], T["One condition in each group. Leave the others empty."]),
        "ConditionallyCautioned.ConditionsEndOn" => new(T["Last day for meeting the conditions"], T["That day counts."]),
        "CautionCondition.Kind" or "ConditionMet.Condition" or "ConditionNotCompliedWith.Condition" => new(T["Which condition"]),
        "CautionCondition.DueOn" => new(T["Last day for it"]),
        "PenaltyNotice.Kind" => new(T["Kind of notice"]),
        "ConditionMet.AllMet" => new(T["Are all conditions met now?"]),
        "ConditionNotCompliedWith.Reason" => new(T["Why, in her words"], T["Kept sealed."]),
        "ConditionNotCompliedWith.Answer" => new(T["What the police did about it"]),
        "DiversionClosed.Outcome" => new(T["How it ended"]),
        "ProsecutionStarted.Form" => new(T["How it was started"]),
        "ProsecutionStarted.OffenceOn" => new(T["Day of the alleged offence"], T["Or the first day of a period."]),
        _ => null,
    };

    private FieldText? Court(string field) => field switch
    {
        "HearingHeld.Kind" => new(T["What it was for"]),
        "HearingHeld.Attendance" => new(T["How she took part"]),
        "BailInformationReport.Dependants" or "PreSentenceReport.Dependants" => new(T["Did it consider who depends on her?"]),
        "BailInformationReport.Accommodation" => new(T["Did it offer a place to live on bail?"]),
        "DefenceRaised.Kind" => new(T["Which defence"], T["Kept sealed."]),
        "PreSentenceReport.Proposal" => new(T["What it proposed"], T["For a hospital order choose another disposal, and say so below."]),
        "PreSentenceReport.OtherProposal" or "Sentenced.Other" => new(T["Which other disposal"], T["Only with another disposal. Kept sealed."]),
        "Convicted.Plea" => new(T["How it came about"]),
        "BreachProceedings.Step" => new(T["How far the proceedings are"]),
        "BreachProceedings.ReasonAsked" => new(T["Was she asked why before they began?"]),
        "BreachProceedings.Outcome" => new(T["What came of them"]),
        "Sentenced.Disposal" => new(T["Sentence"], T["For a hospital order choose another disposal, and say so below."]),
        "Sentenced.Length" => new(T["Length"], T["Of the order, of the custodial term, or of the term that is suspended."]),
        "Sentenced.OperationalPeriod" => new(T["Operational period"], T["For a suspended sentence."]),
        "Sentenced.Requirements" => new(T["Requirements"], T["One in each group. Leave the others empty."]),
        "Sentenced.TreatmentRequirements" => new(T["Treatment requirements"], T["For mental health, drugs or alcohol. Kept sealed."]),
        "Sentenced.ConvictedOn" => new(T["Day she was convicted"], T["If it was another day."]),
        "Sentenced.SdsPlus" => new(T["Is it released at a later point than most (SDS plus)?"]),
        "Sentenced.EarlyReleaseExclusions" => new(T["Why an earlier release point leaves it out"]),
        "Sentenced.Section250" => new(T["Was it passed for an offence of her youth (section 250)?"]),
        "Sentenced.ConsecutiveTo" => new(T["The sentence after which it runs"], T["Leave it empty if it runs from the day it was passed."]),
        "Requirement.Kind" => new(T["Which requirement"]),
        _ => null,
    };
}
