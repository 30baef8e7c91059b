using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Migrations;
using DynamoGen.Declarations.Parameters;
using DynamoGen.Declarations.Patterns;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Generator.Emission.Repositories;
using DynamoGen.Generator.Emission.Source;

namespace DynamoGen.Generator.Emission.Migrations;

/// <summary>What the repository that follows the phase can name: its fields, and calls of either of the repositories behind it.</summary>
internal sealed class FollowingSide
{
    public FollowingSide(MigrationModel migration, bool isTarget)
    {
        (Migration, IsTarget) = (migration, isTarget);
        Side = isTarget ? migration.Target : migration.Source;
        Other = isTarget ? migration.Source : migration.Target;
        Members = new RepositoryNames(Side.Repository);
        var free = new FreeNames(Side.Repository.Patterns.SelectMany(pattern => pattern.Signature.Parameters).Select(parameter => parameter.Name)
            .Append(Members.Context));
        Session = free.Take("_session");
        Source = free.Take("_source");
        Target = free.Take("_target");
        SourceActions = free.Take("_sourceActions");
        TargetActions = free.Take("_targetActions");
    }

    public MigrationModel Migration { get; }

    /// <summary>Whether it is the new entity's.</summary>
    public bool IsTarget { get; }

    public MigrationSide Side { get; }

    public MigrationSide Other { get; }

    public RepositoryNames Members { get; }

    public string Session { get; }

    public string Source { get; }

    public string Target { get; }

    public string SourceActions { get; }

    public string TargetActions { get; }

    public EntityReference TargetEntity => Migration.Target.Repository.Entity;

    /// <summary>An expression of one of the entities, or null, turned into one of this repository's.</summary>
    public string Own(string expression, bool isTarget) => isTarget == IsTarget ? expression : $"{(IsTarget ? "Forward" : "Backward")}({expression})";

    /// <summary>A call of the old or the new repository, with the arguments of one's own method.</summary>
    public string Call(MigratedPattern pattern, bool isTarget) =>
        $"{(isTarget ? Target : Source)}.{Text.Identifier(Of(pattern, isTarget).Name)}({string.Join(", ", Arguments(pattern, isTarget))})";

    /// <summary>The action that writes the old or the new item.</summary>
    /// <param name="pattern">The access pattern.</param>
    /// <param name="isTarget">Whether the new item is written.</param>
    /// <param name="clock">The variable of the time.</param>
    public string Action(MigratedPattern pattern, bool isTarget, string clock)
    {
        var written = Of(pattern, isTarget);
        var arguments = Arguments(pattern, isTarget, withToken: false).Append($"{ActionPatterns.Clock(written)}: {clock}");
        return $"{(isTarget ? TargetActions : SourceActions)}.{Text.Identifier(written.Signature.UniqueName)}({string.Join(", ", arguments)})";
    }

    /// <summary>The read of what an update has made of the old or the new item, turned into one's own.</summary>
    public string Written(MigratedPattern pattern, bool isTarget)
    {
        var (actions, reading) = (isTarget ? TargetActions : SourceActions, ActionPatterns.Reading(Of(pattern, isTarget)));
        return Own($"await {actions}.{reading}({string.Join(", ", Arguments(pattern, isTarget))}).ConfigureAwait(false)", isTarget);
    }

    /// <summary>An exception that says in which phases an access pattern works.</summary>
    public string Unavailable(MigratedPattern pattern, string scope)
    {
        var (first, last) = (IsTarget, pattern.IsWrite) switch
        {
            (true, false) => ("Cutover", "Done"),
            (true, true) => (pattern.IsLed ? "Cutover" : "Contract", "Done"),
            (false, false) => ("NotStarted", "ShadowRead"),
            (false, true) => ("NotStarted", pattern.IsLed ? "ShadowRead" : pattern.IsWrittenTwice ? "Cutover" : "NotStarted"),
        };
        var phase = $"{Names.Migrations}.MigrationPhase";
        return $"throw new {Names.Migrations}.Phases.PhaseUnavailableException("
            + $"{Members.Pattern(pattern.Pattern)}.Name, {scope}.Phase, {phase}.{first}, {phase}.{last});";
    }

    private PatternModel Of(MigratedPattern pattern, bool isTarget) => isTarget == IsTarget ? pattern.Pattern : pattern.Counterpart!;

    private IEnumerable<string> Arguments(MigratedPattern pattern, bool isTarget, bool withToken = true)
    {
        var called = Of(pattern, isTarget).Signature;
        return called.Parameters.Where(parameter => withToken || parameter.Role != ParameterRole.Cancellation)
            .Select(parameter => $"{Text.Identifier(parameter.Name)}: {Argument(pattern.Pattern.Signature, parameter, isTarget)}");
    }

    private string Argument(PatternSignature own, ParameterModel parameter, bool isTarget) => parameter.Role switch
    {
        ParameterRole.Cancellation => own.Parameter(ParameterRole.Cancellation) is { } token ? Text.Identifier(token) : "default",
        ParameterRole.Entity when isTarget != IsTarget => $"{(IsTarget ? "Backward" : "Forward")}({Text.Identifier(own.Parameter(ParameterRole.Entity)!)})",
        ParameterRole.Entity => Text.Identifier(own.Parameter(ParameterRole.Entity)!),
        _ => Text.Identifier(parameter.Name),
    };
}
