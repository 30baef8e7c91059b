using System.Text.Json.Nodes;

namespace DynamoGen.CommandLine.Infrastructure.Comparison;

/// <summary>A resource of a template.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Type">Its type; empty where the template gives none.</param>
/// <param name="Properties">Its properties.</param>
/// <param name="IsRetained">Whether what it stands for stays when it is no longer in the template.</param>
internal sealed record StackResource(string Id, string Type, JsonObject Properties, bool IsRetained)
{
    private const string GlobalTableType = "AWS::DynamoDB::GlobalTable";

    /// <summary>Whether it holds items.</summary>
    public bool IsTable => Type is "AWS::DynamoDB::Table" or GlobalTableType;

    /// <summary>Whether it is a table of several regions.</summary>
    public bool IsGlobalTable => Type == GlobalTableType;

    /// <summary>The resources of a template, by id.</summary>
    /// <param name="template">The template, or what <c>aws cloudformation get-template</c> answers.</param>
    /// <exception cref="FormatException">It is no template.</exception>
    public static IReadOnlyList<StackResource> Of(JsonNode? template)
    {
        var body = template is JsonObject answer && answer["TemplateBody"] is JsonObject inner ? inner : template as JsonObject;
        return body?["Resources"] is JsonObject resources
            ? [.. resources.Select(entry => Of(entry.Key, entry.Value))]
            : throw new FormatException("It has no Resources.");
    }

    private static StackResource Of(string id, JsonNode? node)
    {
        if (node is not JsonObject resource || resource["Properties"] is not (null or JsonObject))
        {
            throw new FormatException($"The resource {id} is no object with properties.");
        }

        return new StackResource(
            id,
            Text(resource["Type"]) ?? string.Empty,
            resource["Properties"] as JsonObject ?? [],
            Text(resource["DeletionPolicy"]) is "Retain" or "RetainExceptOnCreate");
    }

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
