using DynamoGen.Analyzers.Libraries;
using DynamoGen.Analyzers.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Expressions;

/// <summary>The properties of the SDK's types that take an expression.</summary>
internal sealed class ExpressionProperties
{
    private static readonly (string Type, string[] Properties)[] Known =
    [
        ("Model.QueryRequest", ["KeyConditionExpression", "FilterExpression", "ProjectionExpression"]),
        ("Model.ScanRequest", ["FilterExpression", "ProjectionExpression"]),
        ("Model.GetItemRequest", ["ProjectionExpression"]),
        ("Model.KeysAndAttributes", ["ProjectionExpression"]),
        ("Model.PutItemRequest", ["ConditionExpression"]),
        ("Model.UpdateItemRequest", ["UpdateExpression", "ConditionExpression"]),
        ("Model.DeleteItemRequest", ["ConditionExpression"]),
        ("Model.Get", ["ProjectionExpression"]),
        ("Model.Put", ["ConditionExpression"]),
        ("Model.Update", ["UpdateExpression", "ConditionExpression"]),
        ("Model.Delete", ["ConditionExpression"]),
        ("Model.ConditionCheck", ["ConditionExpression"]),
        ("DocumentModel.Expression", ["ExpressionStatement"]),
    ];

    private readonly Dictionary<ISymbol, ExpressionKind> _kinds = new(SymbolEqualityComparer.Default);

    public ExpressionProperties(SdkSymbols sdk)
    {
        foreach (var (typeName, names) in Known)
        {
            var properties = sdk.TypeNamed(typeName)?.GetMembers().OfType<IPropertySymbol>() ?? [];
            foreach (var property in properties.Where(property => names.Contains(property.Name)))
            {
                _kinds[property] = KindOf(property.Name)!.Value;
            }
        }
    }

    /// <summary>The assigned expression if its text is known, with what it is for.</summary>
    public DynamoExpression? Read(ISimpleAssignmentOperation assignment) =>
        KindOf(assignment) is { } kind && ConstantText.Of(assignment.Value) is { } text ? DynamoExpression.Parse(text, kind) : null;

    public ExpressionKind? KindOf(ISimpleAssignmentOperation assignment) =>
        assignment.Target is IPropertyReferenceOperation target && _kinds.TryGetValue(target.Property, out var kind)
            ? IsKeyExpression(assignment) ? ExpressionKind.KeyCondition : kind
            : null;

    /// <summary>What the expression in a property of this name is for.</summary>
    public static ExpressionKind? KindOf(string property) =>
        property switch
        {
            "KeyConditionExpression" => ExpressionKind.KeyCondition,
            "FilterExpression" => ExpressionKind.Filter,
            "ProjectionExpression" => ExpressionKind.Projection,
            "UpdateExpression" => ExpressionKind.Update,
            "ConditionExpression" or "ExpressionStatement" => ExpressionKind.Condition,
            _ => null,
        };

    /// <summary>Whether this is <c>KeyExpression = new Expression { ExpressionStatement = … }</c> of the document model.</summary>
    private static bool IsKeyExpression(ISimpleAssignmentOperation assignment) =>
        assignment.Parent is IObjectOrCollectionInitializerOperation { Parent: IObjectCreationOperation { Parent: ISimpleAssignmentOperation outer } }
        && outer.Target is IPropertyReferenceOperation { Property.Name: "KeyExpression" };
}
