namespace JourneyTracker.Web.SignIn;

/// <summary>Beside <see cref="Access.RequiresAttribute"/>: the person must have proved who they are a moment ago. Programs cannot.</summary>
/// <param name="minutes">How long ago, at most.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class RequiresFreshSignInAttribute(int minutes = 5) : Attribute
{
    public TimeSpan Within { get; } = TimeSpan.FromMinutes(minutes);
}
