namespace DynamoGen.Migrations.Phases;

/// <summary>
/// An access pattern was called in a phase of a migration in which it cannot be answered: it has no counterpart in the other repository, or the migration has
/// no backward function. Nothing was sent.
/// </summary>
/// <param name="accessPattern">The access pattern.</param>
/// <param name="phase">The phase in which it was called.</param>
/// <param name="first">The first phase in which it works.</param>
/// <param name="last">The last phase in which it works.</param>
public sealed class PhaseUnavailableException(string accessPattern, MigrationPhase phase, MigrationPhase first, MigrationPhase last)
    : DynamoGenException($"{accessPattern} cannot be answered in the phase {phase}: it works {Range(first, last)}. Nothing was sent.")
{
    /// <summary>The access pattern.</summary>
    public string AccessPattern { get; } = accessPattern;

    /// <summary>The phase in which it was called.</summary>
    public MigrationPhase Phase { get; } = phase;

    /// <summary>The first phase in which it works.</summary>
    public MigrationPhase First { get; } = first;

    /// <summary>The last phase in which it works.</summary>
    public MigrationPhase Last { get; } = last;

    private static string Range(MigrationPhase first, MigrationPhase last) =>
        first == MigrationPhase.NotStarted ? $"until {last}" : $"from {first} on";
}
