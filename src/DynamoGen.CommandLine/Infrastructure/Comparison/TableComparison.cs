using System.Globalization;

namespace DynamoGen.CommandLine.Infrastructure.Comparison;

/// <summary>
/// What an update does to a table. One update creates or deletes one global index, or adds or removes one region; see
/// <see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dynamodb-globaltable.html">AWS::DynamoDB::GlobalTable</see>.
/// </summary>
internal sealed class TableComparison
{
    private const string GlobalIndexes = "GlobalSecondaryIndexes";

    private readonly StackResource _table;
    private readonly List<PropertyChange> _changes;
    private readonly int _steps;
    private readonly bool _hasRegionStep;

    private TableComparison(StackResource old, StackResource now)
    {
        _table = now;
        _changes = [.. PropertyChange.Between(old.Properties, now.Properties)];
        var steps = _changes.Select(StepOf).OfType<Step>().DistinctBy(step => step.Item).ToList();
        _steps = steps.Sum(step => step.Updates);
        _hasRegionStep = steps.Any(step => step.IsOfRegion);
    }

    public static IEnumerable<StackChange> Of(StackResource old, StackResource now)
    {
        var comparison = new TableComparison(old, now);
        return comparison._changes.Select(comparison.Of);
    }

    private StackChange Of(PropertyChange change)
    {
        var (effect, reason) = Replaces(change) is { } replaces ? (ChangeEffect.Replaces, replaces)
            : Several(change) is { } several ? (ChangeEffect.SeveralUpdates, several)
            : change.New is null ? (ChangeEffect.Disappears, Disappeared(change))
            : change.Old is null ? (ChangeEffect.Adds, "is new")
            : (ChangeEffect.InPlace, "is changed in place");
        return new StackChange(effect, _table.Id, _table.Type, change.Text, reason) { Old = change.Old, New = change.New };
    }

    private string? Replaces(PropertyChange change) => change.Property switch
    {
        "MultiRegionConsistency" => "The consistency of regions cannot be changed: it takes a new table, which is empty",
        "LocalSecondaryIndexes" when !_table.IsGlobalTable => "DynamoDB cannot change local indexes: it takes a new table, which is empty",
        "AttributeDefinitions" when change is { Old: not null, New: not null } =>
            "A key attribute gets another type: CloudFormation makes a new table, which is empty",
        _ when Replacements.Has(_table.Type, change.Property) => "CloudFormation makes a new table, which is empty",
        _ => null,
    };

    private string? Several(PropertyChange change)
    {
        if (StepOf(change) is not { } step)
        {
            return null;
        }

        var count = _steps.ToString(CultureInfo.InvariantCulture);
        return step.Updates > 1 ? "The keys and projection of an index cannot be changed: delete it by one update, and create it by another"
            : _steps > 1 ? $"One of {count} such changes; an update makes one: one global index or one region"
            : _hasRegionStep && _changes.Count > 1 ? "Change a region by an update of its own: a rollback cannot undo it beside other changes"
            : null;
    }

    /// <summary>The change as one that an update makes only one of; null for any other.</summary>
    private static Step? StepOf(PropertyChange change) => change switch
    {
        { Property: GlobalIndexes, IsWholeItem: true } or { Property: GlobalIndexes, Path.Count: 1 } => new Step(change.Text, 1, IsOfRegion: false),
        { Property: GlobalIndexes, Path: [_, var index, "KeySchema" or "Projection", ..] } => new Step($"{GlobalIndexes}.{index}", 2, IsOfRegion: false),
        { Property: "Replicas" or "GlobalTableWitnesses", IsWholeItem: true } => new Step(change.Text, 1, IsOfRegion: true),
        _ => null,
    };

    private static string Disappeared(PropertyChange change) => change.Property switch
    {
        GlobalIndexes when change.IsWholeItem => "The index is deleted",
        "Replicas" or "GlobalTableWitnesses" when change.IsWholeItem => "The region is left, and its table deleted",
        "StreamSpecification" => "The change stream ends, and with it what reads it",
        "TimeToLiveSpecification" => "Items do not expire any more",
        _ => "is no longer there",
    };

    /// <summary>What an update makes only one of.</summary>
    /// <param name="Item">The index or region.</param>
    /// <param name="Updates">How many updates it takes by itself.</param>
    /// <param name="IsOfRegion">Whether it is a region.</param>
    private sealed record Step(string Item, int Updates, bool IsOfRegion);
}
