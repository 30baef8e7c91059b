using DynamoGen.Analyzers.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Writes;

/// <summary>Recognises a list that a loop adds to and that nothing in sight bounds: no chunk, no count and no constant.</summary>
internal static class GrowingList
{
    /// <summary>What a message says of it.</summary>
    public const string InWords = "grows with every turn of a loop, and no limit is in sight";

    private static readonly string[] Bounds = ["Take", "GetRange", "RemoveRange", "Clear", "Skip", "Buffer"];
    private static readonly string[] Parts = ["chunk", "batch", "page", "group", "slice"];

    public static bool Is(IOperation list) =>
        list.WithoutConversions() is ILocalReferenceOperation sent
        && LocalVariable.OnlyValueOf(sent.Local, sent) is { } created
        && (created is IObjectCreationOperation || CollectionExpression.Is(created))
        && LocalVariable.UsesOf(sent.Local, sent).ToList() is var uses
        && uses.Any(use => Grows(use, created, sent))
        && !uses.Any(IsCounted)
        && !IsBoundedAround(sent);

    /// <summary>Whether a loop behind the list's creation, and ahead of its sending, adds to it.</summary>
    private static bool Grows(ILocalReferenceOperation use, IOperation created, IOperation sent) =>
        use.Parent is IInvocationOperation { TargetMethod.Name: "Add", Instance: var instance }
        && instance == use
        && use.Ancestors().OfType<ILoopOperation>().ToList() is { Count: > 0 } loops
        && loops.All(loop => !created.Ancestors().Contains(loop) && !sent.Ancestors().Contains(loop) && IsUnbounded(loop));

    private static bool IsUnbounded(ILoopOperation loop) =>
        loop switch
        {
            IForEachLoopOperation each => each.Collection.WithoutConversions() is var collection and not IArrayCreationOperation
                && !CollectionExpression.Is(collection)
                && !Parts.Any(part => each.Collection.Syntax.ToString().IndexOf(part, StringComparison.OrdinalIgnoreCase) >= 0),
            IForLoopOperation { Condition: { } condition } => !HasConstant(condition),
            IWhileLoopOperation { Condition: { } condition } => !HasConstant(condition),
            _ => false,
        };

    private static bool HasConstant(IOperation condition) =>
        condition.DescendantsAndSelf().Any(operation => operation.ConstantValue is { HasValue: true, Value: int and not 0 });

    private static bool IsCounted(ILocalReferenceOperation use) =>
        use.Parent is IPropertyReferenceOperation { Property.Name: "Count" }
            or IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "Count" or "Any" } };

    /// <summary>Whether the member takes a part of something, or its class speaks of chunks.</summary>
    private static bool IsBoundedAround(IOperation sent) =>
        LocalVariable.BodyOf(sent).Descendants().OfType<IInvocationOperation>().Any(call => Bounds.Contains(call.TargetMethod.Name))
        || sent.Syntax.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.DescendantTokens()
            .Any(token => token.ValueText.IndexOf("Chunk", StringComparison.OrdinalIgnoreCase) >= 0) == true;
}
