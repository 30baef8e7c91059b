using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Requests;

internal static class Operations
{
    /// <summary>The operation below the conversions that the compiler or the code puts around it.</summary>
    public static IOperation WithoutConversions(this IOperation operation)
    {
        while (operation is IConversionOperation conversion)
        {
            operation = conversion.Operand;
        }

        return operation;
    }

    public static IEnumerable<IOperation> Ancestors(this IOperation operation)
    {
        for (var outer = operation.Parent; outer is not null; outer = outer.Parent)
        {
            yield return outer;
        }
    }
}
