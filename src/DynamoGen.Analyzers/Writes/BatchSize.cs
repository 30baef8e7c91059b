using DynamoGen.Analyzers.Libraries;
using DynamoGen.Analyzers.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Writes;

/// <summary>How many elements a list visibly has.</summary>
internal static class BatchSize
{
    private static readonly string[] SameSize = ["Select", "ToList", "ToArray", "AsEnumerable", "OrderBy", "OrderByDescending", "Reverse"];

    /// <summary>The number of elements that are certain, or the size of the chunks the list is made of; 0 if neither is known.</summary>
    public static int Of(IOperation list, SdkSymbols sdk)
    {
        var value = list.WithoutConversions();
        if (value is ILocalReferenceOperation local && LocalVariable.OnlyValueOf(local.Local, local) is IInvocationOperation query)
        {
            value = query;
        }

        return value is IInvocationOperation ? ChunkSize(value) : LeastCount(VisibleCollection.Of(list, sdk));
    }

    public static int LeastCount(VisibleCollection collection) => collection.IsWhole ? collection.LeastCount : 0;

    /// <summary>Follows a query to the <c>items.Chunk(50)</c> whose elements a loop runs over.</summary>
    private static int ChunkSize(IOperation query)
    {
        var value = query.WithoutConversions();
        while (value is IInvocationOperation { TargetMethod: { ContainingType.Name: "Enumerable" } method } call && SameSize.Contains(method.Name))
        {
            value = call.Arguments[0].Value.WithoutConversions();
        }

        return value is ILocalReferenceOperation { Local: var local } ? ChunkSize(local, value) : 0;
    }

    private static int ChunkSize(ILocalSymbol local, IOperation use)
    {
        var loops = use.Ancestors().OfType<IForEachLoopOperation>();
        var chunks = loops.FirstOrDefault(loop => loop.Locals.Contains(local, SymbolEqualityComparer.Default))?.Collection.WithoutConversions();
        return chunks is IInvocationOperation { TargetMethod: { Name: "Chunk", ContainingType.Name: "Enumerable" } } call
            && call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "size")?.Value.ConstantValue is { HasValue: true, Value: int size }
                ? size
                : 0;
    }
}
