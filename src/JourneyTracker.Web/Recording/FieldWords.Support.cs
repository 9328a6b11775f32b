namespace JourneyTracker.Web.Recording;

internal sealed partial class FieldWords
{
    private FieldText? Referral(string field) => field switch
    {
        "DutyToRefer.By" => new(T["Kind of authority that referred"], T["Kept sealed."]),
        "DutyToRefer.Agreed" => new(T["Did she agree to it, and to the council?"]),
        "DutyToReferAnswered.Answer" => new(T["What the council answered"]),
        "ProtectionReferred.Kind" or "ProtectionDecided.Kind" => new(T["What the referral is for"], T["Kept sealed."]),
        "ProtectionReferred.Agreed" or "Referred.Agreed" => new(T["Did she agree to the referral?"]),
        "ProtectionDecided.Decision" => new(T["What was decided"], T["Kept sealed."]),
        "Referred.Route" => new(T["Where the referral came from"]),
        "ReferralAccepted.FirstAppointmentOn" => new(T["Day she is to be seen first"]),
        "ReferralDeclined.By" => new(T["Who declined"], T["Declining is never held against her."]),
        "SupportFor.Service" => new(T["Kind of service"]),
        "SupportFor.Pathways" => new(T["What it helps with"]),
        _ => null,
    };

    private FieldText? Support(string field) => field switch
    {
        "CircumstancesRecorded.Told" => new(T["What she told"], T["Leave out what you did not talk about. Kept sealed."]),
        "Circumstances.Children" => new(
            T["Her children"],
            T["Say first: we ask so that her children are thought of when plans are made for her. Her own agency and auditors see the answer, and those with whom she shares it; justice agencies and children's services do not see it by themselves."]),
        "ChildrenTold.ToldWhy" => new(T["Was she told first why you ask, and who will see the answer?"]),
        "ChildrenTold.HasChildren" => new(T["Does she have children under 18?"]),
        "ChildrenTold.Number" => new(T["How many are under 18"]),
        "ChildrenTold.CaredForBy" => new(T["Who cares for them now"]),
        "ChildrenTold.EnteredCare" => new(T["How many came into care because she went into custody"]),
        "Circumstances.Pregnancy" => new(T["Pregnancy"]),
        "PregnancyTold.Answer" => new(T["Is she pregnant?"]),
        "PregnancyTold.DueOn" => new(T["Day the child is expected"]),
        "Circumstances.CoercivePartner" => new(T["Does a partner or former partner control or frighten her?"], T["Hers to share or not. Nothing shared is not a \"no\"."]),
        "Circumstances.TenancyAtRisk" => new(T["Is her home at risk?"]),
        "Circumstances.CareExperience" => new(T["Was she in care as a child?"]),
        "Circumstances.BrainInjury" => new(T["Does she have, or may she have, an injury to the brain?"]),
        "Circumstances.Autism" => new(T["Is she, or may she be, autistic?"]),
        "Circumstances.CaresForSomeone" => new(T["Does she look after somebody else?"], T["A parent, a partner, a brother or sister."]),
        "ImmigrationStatusRecorded.Status" => new(T["Her right to be here"], T["That it was asked says nothing about her. Kept sealed."]),
        "ImmigrationStatusRecorded.NoRecourseToPublicFunds" => new(T["Are public funds closed to her?"], T["Kept sealed."]),
        "NeedsAssessed.Tool" => new(T["Name of the assessment"], T["Leave it empty if none was used. Kept sealed."]),
        "NeedsAssessed.Version" => new(T["Its version"]),
        "NeedsAssessed.Occasion" => new(T["At what point of her support"]),
        "NeedsAssessed.HigherScore" => new(T["What a higher score means"]),
        "NeedsAssessed.Pathways" => new(T["Where she wants support"], T["Leave out what you did not talk about."]),
        "NeedsAssessed.SensitivePathways" => new(T["Health, drugs and alcohol, and what is hers to disclose"], T["Abuse and sex work are hers to share or not. Nothing shared is not a \"no\". Kept sealed."]),
        "NeedsAssessed.Needs" => new(T["Other needs"], T["Leave out what you did not talk about. Kept sealed."]),
        "PathwayAnswer.Answer" or "ComplexNeed.Answer" => new(T["Her answer"]),
        "PathwayAnswer.Score" => new(T["Score"]),
        "Contact.Type" => new(T["Kind of contact"], T["A word or two in small letters with hyphens, such as phone-call. Never anything about her."]),
        "PartInCase.Part" => new(T["What she is to the case"], T["Kept sealed. It names no case."]),
        "SessionMissed.Judgement" => new(T["What was thought of the reason"]),
        "SessionMissed.JudgedBy" => new(T["Who judged"], T["The person's user name. Needed when the reason was not acceptable."]),
        _ => Situation(field),
    };

    private FieldText? Situation(string field) => field switch
    {
        "AccommodationStatusRecorded.Status" => new(T["How she is housed"]),
        "AccommodationStatusRecorded.Kind" => new(T["Kind of place"], T["Never an address. Kept sealed."]),
        "AccommodationStatusRecorded.Until" => new(T["Last day of the placement"], T["If it ends."]),
        "BenefitStatusRecorded.Status" or "TenancyStatusRecorded.Status" => new(T["How it stands"]),
        "BenefitStatusRecorded.Kind" => new(T["Which benefit"], T["Kept sealed."]),
        "BenefitStatusRecorded.NextPaymentOn" => new(T["Day of the next payment"]),
        "BenefitStatusRecorded.EndsOn" => new(T["Last day for which it is paid"]),
        "EmploymentStatusRecorded.Status" => new(T["Work, education or training"]),
        "TenancyStatusRecorded.RentCoveredUntil" => new(T["Last day for which rent is covered"]),
        "TenancyStatusRecorded.NoticeEndsOn" => new(T["Last day of a notice"]),
        "PanelActionAgreed.Action" => new(T["What is to be done"], T["Kept sealed."]),
        "PanelActionAgreed.Who" => new(T["Kind of service that does it"], T["Kept sealed."]),
        "PanelActionAgreed.DueOn" => new(T["Last day for it"]),
        "PanelActionAgreed.SheWasThere" => new(T["Was she, or somebody for her, at the meeting?"]),
        "PanelActionDone.Agreed" => new(T["Which action"]),
        "PanelActionDone.Outcome" => new(T["What became of it"]),
        "ServicesToldEachOther.Of" => new(T["What happened"]),
        "ServicesToldEachOther.Answer" => new(T["Did the services tell each other?"]),
        "ServicesToldEachOther.Services" => new(T["Which were told"], T["Kept sealed."]),
        "ServicesToldEachOther.InTime" => new(T["Was it in time to help?"]),
        "SupportEnded.Reason" => new(T["Why it ended"]),
        "HerViewRecorded.Kind" => new(T["On what occasion"]),
        "HerViewRecorded.About" => new(T["Which support it is about"], T["Kept sealed."]),
        "HerViewRecorded.Words" => new(T["What she said, in her words"], T["Kept sealed."]),
        _ => null,
    };
}
