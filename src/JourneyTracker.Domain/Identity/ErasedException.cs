namespace JourneyTracker.Domain.Identity;

/// <summary>Her key was destroyed: nothing more is kept about who she is.</summary>
public sealed class ErasedException() : InvalidOperationException("She was erased: nothing more is kept about who she is.");
