using DynamoGen.Analyzers.Expressions;
using DynamoGen.Analyzers.Libraries;
using DynamoGen.Analyzers.Requests;
using DynamoGen.Declarations.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Reads;

/// <summary>Recognises a collection that is there for a reason the code shows.</summary>
internal static class PresentCollection
{
    public static bool Is(IPropertyReferenceOperation collection, IOperation use, SdkSymbols sdk) =>
        collection.Syntax.Parent.IsKind(SyntaxKind.SuppressNullableWarningExpression)
        || use.Syntax.Parent.IsKind(SyntaxKind.SuppressNullableWarningExpression)
        || (ResponseOf(collection) is { } response && (response is IObjectCreationOperation || IsOfItemThatExists(response, sdk)));

    /// <summary>What the code gives the local variable whose property is used; a response that it creates is not the service's.</summary>
    private static IOperation? ResponseOf(IPropertyReferenceOperation collection) =>
        collection.Instance is ILocalReferenceOperation local ? LocalVariable.OnlyValueOf(local.Local, local) : null;

    /// <summary>Whether the request has a condition that no missing item meets: a response to it has the old item.</summary>
    private static bool IsOfItemThatExists(IOperation response, SdkSymbols sdk) =>
        response.DescendantsAndSelf().OfType<IInvocationOperation>()
            .SelectMany(call => call.Arguments)
            .Select(argument => VisibleObject.From(argument.Value, sdk)?.CertainValueOf("ConditionExpression"))
            .Any(condition => condition is not null && ConstantText.Of(condition) is { } text && NeedsItem(text));

    private static bool NeedsItem(string text) =>
        DynamoExpression.Parse(text, ExpressionKind.Condition).Condition is { } condition
        && condition.Conjuncts.Any(part => part is ComparisonSyntax { Operator: "=" } or CallSyntax { Function.Name.Text: "attribute_exists" });
}
