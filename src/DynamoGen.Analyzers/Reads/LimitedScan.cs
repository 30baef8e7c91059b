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

    public static bool IsOnePage(StartedScan scan, SdkSymbols sdk) =>
        scan.Call.TargetMethod.ContainingType.Name != "IDynamoDBv2PaginatorFactory"
        && scan.VisibleRequest(sdk) is { IsWhole: true } request
        && request.Sets("Limit")
        && (!IsInLoop(scan.Call) || IsPageOfEach(scan.Call, request))
        && !Filters.Any(request.Sets)
        && (request.Creation.Type?.Name == "ScanRequest" || (request.Creation.Type?.Name == "ScanOperationConfig" && IsReadOnce(scan.Call)));

    /// <summary>Whether each run of a loop reads the first page of what it is at, such as of one table after the other.</summary>
    private static bool IsPageOfEach(IInvocationOperation call, VisibleObject request) =>
        !request.Sets("ExclusiveStartKey")
        && call.Ancestors().First(outer => outer is ILoopOperation) is IForEachLoopOperation loop
        && loop.Syntax.Span.Contains(request.Creation.Syntax.Span);

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
    public static bool IsReadOnce(IOperation scan) =>
        ObjectUse.OwnerOf(scan) is not { } search
            ? scan.Parent is IInvocationOperation { TargetMethod.Name: "GetNextSetAsync" or "GetNextSet" } direct && direct.Instance == scan && !IsInLoop(scan)
            : LocalVariable.UsesOf(search, scan).Where(use => use.Parent is not IPropertyReferenceOperation).ToList() is { Count: 1 } uses
        && uses[0].Parent is IInvocationOperation { TargetMethod.Name: "GetNextSetAsync" or "GetNextSet" } read
        && !IsInLoop(read);
}
