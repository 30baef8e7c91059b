using DynamoGen.Analyzers.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Reads;

/// <summary>DG3005 for the page of a Scan with a limit that is sorted.</summary>
internal static class SortedPage
{
    private static readonly string[] Sorts = ["OrderBy", "OrderByDescending", "Max", "Min", "MaxBy", "MinBy", "Order", "OrderDescending"];
    private static readonly string[] Same = ["Select", "Cast", "AsEnumerable", "ToList", "ToArray", "Where"];

    public static Diagnostic Tell(Location place) => IgnoredPage.Tell(
        place,
        "this Scan, as long as its Limit and in no order,",
        "sorted, its items are not the first of all: query a sort key that has the order, or read all");

    /// <summary>Whether the items of a response are sorted.</summary>
    public static bool IsIn(ResponseUse response) => response.Reads.Any(read => read.Property.Name == "Items" && IsSorted(read));

    private static bool IsSorted(IOperation items)
    {
        if (ObjectUse.OwnerOf(items) is { } local)
        {
            return LocalVariable.UsesOf(local, items).Where(use => use != items).Any(IsHandedToSort);
        }

        return IsHandedToSort(items);
    }

    private static bool IsHandedToSort(IOperation items)
    {
        var value = ObjectUse.OutermostConversion(items);
        return value.Parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { ContainingType.Name: "Enumerable" } method } call } argument
            && call.Arguments[0] == argument
            && (Sorts.Contains(method.Name) || (Same.Contains(method.Name) && IsSorted(call)));
    }
}
