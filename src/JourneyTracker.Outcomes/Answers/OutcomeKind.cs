using JourneyTracker.Outcomes.Questions;
using JourneyTracker.Outcomes.Store;

namespace JourneyTracker.Outcomes.Answers;

/// <summary>
/// A kind of question about outcomes. It is asked in the same way at the command line (<c>./journey outcomes NAME --parameter value</c>), over HTTP (<c>/api/outcomes/NAME?parameter=value</c>) and on a page,
/// and answers the same everywhere.
/// </summary>
public abstract class OutcomeKind
{
    /// <summary>As in an address and as a verb, for example <c>measure</c>.</summary>
    public abstract string Name { get; }

    public abstract string Title { get; }

    /// <summary>What it answers, in plain words.</summary>
    public abstract string About { get; }

    /// <summary>What can be said beside the question, in the order of a form.</summary>
    public abstract IReadOnlyList<OutcomeParameter> Parameters { get; }

    /// <summary>Whether it is answered to evaluators alone: the numbers of a rule about women are (safeguards S1), and figures about periods that overlap those that are published (S15).</summary>
    public virtual bool IsForEvaluators => false;

    /// <summary>What of a question is answered to evaluators alone although its kind is not: the parameter, and why. Null when nothing is.</summary>
    /// <param name="values">Complete and checked.</param>
    public virtual (string Parameter, string Why)? OnlyForEvaluators(OutcomeValues values) =>
        Parameters.FirstOrDefault(p => (p.IsForEvaluators && values.Find(p.Name) != p.Default) || p.Choices.Any(c => c.IsForEvaluators && c.Value.Equals(values.Find(p.Name), StringComparison.OrdinalIgnoreCase))) is { } closed
            ? (closed.Name, $"{closed.Name} {values.Text(closed.Name)} is answered to evaluators alone: leave it out.") : null;

    /// <summary>The last day on which something that the question asks about may come about: who is no evaluator is answered once it is known until then.</summary>
    /// <param name="values">Complete and checked; of a kind that is about a period.</param>
    public virtual DateOnly RunsUntil(OutcomeValues values) => values.Day("to");

    /// <summary>Asks the store.</summary>
    /// <param name="said">Values by the names of parameters; what is not said is as <see cref="OutcomeParameter"/> says.</param>
    /// <exception cref="QuestionException">A value cannot be used, or the question cannot be asked.</exception>
    public OutcomeAnswer Ask(IReadOnlyDictionary<string, string> said, OutcomeStoreView store, CancellationToken ct) => Ask(OutcomeValues.Of(this, said, store.Generation), store, ct);

    /// <summary>The same of values that were checked by the store's generation.</summary>
    /// <exception cref="QuestionException">The question cannot be asked.</exception>
    public OutcomeAnswer Ask(OutcomeValues values, OutcomeStoreView store, CancellationToken ct) =>
        store.Generation.Tables == OutcomesStore.Tables
            ? Answer(values, store, ct)
            : throw new QuestionException("The store was built by another version: build it again with ./journey outcomes build.");

    /// <summary>What leaves here is no small count, and none that gives one away, unless the view shows small counts.</summary>
    /// <param name="values">Complete and checked.</param>
    protected abstract OutcomeAnswer Answer(OutcomeValues values, OutcomeStoreView store, CancellationToken ct);
}
