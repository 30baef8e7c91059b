using DynamoGen.Analyzers.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Reads;

/// <summary>Recognises a method that returns the last key in a tuple, beside the items, where all of its callers leave the key alone.</summary>
internal static class DroppedLastKey
{
    public static bool IsIn(ResponseUse response)
    {
        var reads = response.Reads.Where(read => read.Property.Name == "LastEvaluatedKey").ToList();
        return reads.Count > 0 && reads.All(read => ElementOf(read) is { } element && IsLeftAlone(element, read));
    }

    /// <summary>The number of the element in the tuple that a method returns, from 0.</summary>
    private static int? ElementOf(IOperation read)
    {
        var value = ObjectUse.OutermostConversion(read);
        return value.Parent is ITupleOperation tuple
            && ObjectUse.OutermostConversion(tuple).Parent is IReturnOperation { Parent: IBlockOperation } returned
            && !returned.Ancestors().Any(outer => outer is IAnonymousFunctionOperation or ILocalFunctionOperation)
                ? tuple.Elements.IndexOf(value)
                : null;
    }

    private static bool IsLeftAlone(int element, IOperation read)
    {
        if (read.SemanticModel is not { Compilation: var compilation } model
            || model.GetEnclosingSymbol(read.Syntax.SpanStart) is not IMethodSymbol method
            || !MethodCallers.AreAllIn(compilation, method))
        {
            return false;
        }

        var calls = MethodCallers.Of(method, compilation).ToList();
        return calls.Count > 0 && calls.All(call => call is not null && IsLeftAloneBy(ResponseUse.ResultOf(call), element));
    }

    private static bool IsLeftAloneBy(IOperation? result, int element)
    {
        if (result is null)
        {
            return false;
        }

        return ObjectUse.OwnerOf(result) is { } local
            ? LocalVariable.UsesOf(local, result).All(use => IsOtherElement(use, element) || IsTarget(use))
            : IsOtherElement(result, element) || IsDeconstructedWithout(result, element);
    }

    private static bool IsTarget(IOperation use) => use.Parent is ISimpleAssignmentOperation assignment && assignment.Target == use;

    private static bool IsOtherElement(IOperation tuple, int element) =>
        tuple.Parent is IFieldReferenceOperation { Field: var field } read
        && read.Instance == tuple
        && (field.CorrespondingTupleField ?? field).Name != $"Item{element + 1}";

    private static bool IsDeconstructedWithout(IOperation result, int element) =>
        ObjectUse.OutermostConversion(result).Parent is IDeconstructionAssignmentOperation { Target: var target }
        && (target is IDeclarationExpressionOperation declaration ? declaration.Expression : target) is ITupleOperation tuple
        && element < tuple.Elements.Length
        && (tuple.Elements[element] is IDeclarationExpressionOperation single ? single.Expression : tuple.Elements[element]) switch
        {
            IDiscardOperation => true,
            ILocalReferenceOperation local => local.IsDeclaration && LocalVariable.UsesOf(local.Local, result).All(use => use == local),
            _ => false,
        };
}
