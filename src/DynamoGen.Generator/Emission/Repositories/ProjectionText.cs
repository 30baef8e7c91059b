using DynamoGen.Declarations.Patterns;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Generator.Emission.Source;

namespace DynamoGen.Generator.Emission.Repositories;

/// <summary>Says in JSON which attributes a read asks for.</summary>
internal static class ProjectionText
{
    /// <summary>A member that begins with a comma; nothing where all that there is is read.</summary>
    public static string Expression(ItemForm form) => form switch
    {
        FetchedForm => ",\"Select\":\"ALL_ATTRIBUTES\"",
        { Attributes.Count: > 0 } => $",\"ProjectionExpression\":\"{string.Join(",", form.Attributes.Select((_, i) => $"#p{Text.Number(i)}"))}\"",
        _ => string.Empty,
    };

    /// <summary>The names behind the placeholders, as members of a JSON object with commas between them.</summary>
    public static string Names(ItemForm form) =>
        string.Join(",", form.Attributes.Select((attribute, i) => $"\"#p{Text.Number(i)}\":\"{JsonText.Of(attribute)}\""));
}
