using System.Text.Json.Nodes;

namespace DynamoGen.CommandLine.Infrastructure.Comparison;

/// <summary>Compares two templates of CloudFormation.</summary>
internal static class StackComparison
{
    /// <summary>What an update from one template to another does, the gravest first.</summary>
    /// <exception cref="FormatException">The older template is none.</exception>
    public static IReadOnlyList<StackChange> Between(JsonNode? old, JsonNode? now)
    {
        var before = StackResource.Of(old).ToDictionary(resource => resource.Id, StringComparer.Ordinal);
        var after = StackResource.Of(now).ToDictionary(resource => resource.Id, StringComparer.Ordinal);
        return
        [
            .. before.Keys.Union(after.Keys, StringComparer.Ordinal)
                .SelectMany(id => Of(before.GetValueOrDefault(id), after.GetValueOrDefault(id), after.Values))
                .OrderBy(change => change.Effect)
                .ThenBy(change => change.Resource, StringComparer.Ordinal)
                .ThenBy(change => change.Property, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<StackChange> Of(StackResource? old, StackResource? now, IEnumerable<StackResource> after) => (old, now) switch
    {
        (null, { } added) => [Whole(ChangeEffect.Adds, added, "is new")],
        ({ } gone, null) => [Gone(gone, after)],
        ({ } one, { } other) when one.Type != other.Type => [OfAnotherType(one, other)],
        ({ IsTable: true } one, { } other) => TableComparison.Of(one, other),
        ({ } one, { } other) => PropertyChange.Between(one.Properties, other.Properties).Select(change => Plain(other, change)),
        _ => [],
    };

    private static StackChange Gone(StackResource gone, IEnumerable<StackResource> after)
    {
        var other = !gone.IsTable ? null : after.FirstOrDefault(resource =>
            resource.IsTable && resource.Properties["TableName"] is { } name && JsonNode.DeepEquals(name, gone.Properties["TableName"]));
        return other is not null ? Whole(
                ChangeEffect.Replaces, gone, $"The table is declared as {other.Id} now: CloudFormation makes it anew, and fails where the old one is kept")
            : !gone.IsTable ? Whole(ChangeEffect.Disappears, gone, "is deleted")
            : gone.IsRetained ? Whole(ChangeEffect.Disappears, gone, "is no longer of the stack; the table is retained, with its items")
            : Whole(ChangeEffect.Deletes, gone, "The table is deleted with its items: its DeletionPolicy is not Retain");
    }

    private static StackChange OfAnotherType(StackResource old, StackResource now) => Whole(
        old.IsTable || now.IsTable ? ChangeEffect.Replaces : ChangeEffect.Renews,
        now,
        old.IsTable && now.IsTable
            ? $"CloudFormation does not make a {now.Type} of a {old.Type}: retain the old one, take it out of the stack, and import it"
            : $"was a {old.Type}");

    private static StackChange Plain(StackResource resource, PropertyChange change)
    {
        var (effect, reason) = Replacements.Has(resource.Type, change.Property) ? (ChangeEffect.Renews, "The resource is made anew; it holds no items")
            : change.New is null ? (ChangeEffect.Disappears, "is no longer there")
            : change.Old is null ? (ChangeEffect.Adds, "is new")
            : (ChangeEffect.InPlace, "is changed in place");
        return new StackChange(effect, resource.Id, resource.Type, change.Text, reason) { Old = change.Old, New = change.New };
    }

    private static StackChange Whole(ChangeEffect effect, StackResource resource, string reason) => new(effect, resource.Id, resource.Type, null, reason);
}
