namespace DynamoGen.CommandLine.Infrastructure.Resources;

/// <summary>The parameters that resources ask for.</summary>
internal static class Parameters
{
    /// <summary>Each parameter once, in the order in which resources ask for them.</summary>
    public static IReadOnlyList<ParameterValue> Of(IEnumerable<Resource> resources) =>
        [.. resources.SelectMany(resource => Of(resource.Properties)).DistinctBy(parameter => parameter.Name)];

    private static IEnumerable<ParameterValue> Of(Value value) => value switch
    {
        ParameterValue parameter => [parameter],
        BlockValue block => block.Properties.SelectMany(property => Of(property.Value)),
        ListValue list => list.Items.SelectMany(Of),
        JoinedValue joined => joined.Parts.SelectMany(Of),
        JsonValue json => Of(json.Content),
        _ => [],
    };
}
