using DynamoGen.Analyzers.Libraries;
using DynamoGen.Analyzers.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Reads;

/// <summary>
/// Recognises a Scan that lists one page of a table: it has a limit and no filter, and is not repeated here. It reads, and bills, as many items as it returns.
/// </summary>
internal static class LimitedScan
{
    private static readonly string[] Filters = ["FilterExpression", "ScanFilter", "QueryFilter", "Filter"];

    public static bool IsOnePage(IInvocationOperation scan, SdkSymbols sdk) =>
        !IsInLoop(scan)
        && scan.TargetMethod.ContainingType.Name != "IDynamoDBv2PaginatorFactory"
        && scan.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0) is { } argument
        && VisibleObject.From(argument.Value, sdk) is { IsWhole: true } request
        && request.Sets("Limit")
        && !Filters.Any(request.Sets)
        && (request.Creation.Type?.Name == "ScanRequest" || (request.Creation.Type?.Name == "ScanOperationConfig" && IsReadOnce(scan)));

    private static bool IsInLoop(IOperation operation)
    {
        for (var outer = operation.Parent; outer is not null; outer = outer.Parent)
        {
            if (outer is ILoopOperation)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the search of the document model is asked for one set of items, once.</summary>
    private static bool IsReadOnce(IOperation scan) =>
        ObjectUse.OwnerOf(scan) is { } search
        && LocalVariable.UsesOf(search, scan).Where(use => use.Parent is not IPropertyReferenceOperation).ToList() is { Count: 1 } uses
        && uses[0].Parent is IInvocationOperation { TargetMethod.Name: "GetNextSetAsync" } read
        && !IsInLoop(read);
}
