namespace DynamoGen.Migrations.Phases;

/// <summary>
/// A process does not know the phase of a migration at the moment, and refuses to read or write rather than guess. It is safe to try again: nothing was sent.
/// </summary>
/// <param name="migration">The migration's name.</param>
/// <param name="reason">Why the phase is unknown.</param>
/// <param name="innerException">What kept the phase from being read.</param>
public sealed class PhaseUnknownException(string migration, string reason, Exception? innerException = null)
    : DynamoGenException($"{migration}: the phase is not known, because {reason}. Nothing was sent.", innerException)
{
    /// <summary>The migration's name.</summary>
    public string Migration { get; } = migration;
}
