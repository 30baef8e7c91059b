using DynamoGen.Analyzers.Requests;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Expressions;

/// <summary>The expressions of one request, where the text of each is known.</summary>
internal sealed class RequestExpressions
{
    private static readonly string[] Properties =
        ["KeyConditionExpression", "FilterExpression", "ProjectionExpression", "UpdateExpression", "ConditionExpression"];

    private RequestExpressions(IReadOnlyList<(string Property, IOperation Value, DynamoExpression Expression)> all) => All = all;

    /// <summary>Every text that one of the request's properties may hold.</summary>
    public IReadOnlyList<(string Property, IOperation Value, DynamoExpression Expression)> All { get; }

    /// <summary>Null if an expression is not known, or not understood.</summary>
    public static RequestExpressions? Read(VisibleObject request)
    {
        var all = new List<(string, IOperation, DynamoExpression)>();
        foreach (var property in Properties)
        {
            foreach (var value in request.ValuesOf(property).Where(value => value.ConstantValue is not { HasValue: true, Value: null }))
            {
                if (ConstantText.Of(value) is not { } text
                    || DynamoExpression.Parse(text, ExpressionProperties.KindOf(property)!.Value) is not { IsValid: true } expression)
                {
                    return null;
                }

                all.Add((property, value, expression));
            }
        }

        return new RequestExpressions(all);
    }
}
