using DynamoGen.Analyzers.Libraries;
using DynamoGen.Analyzers.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Reads;

/// <summary>
/// Says what to report of a place that may start a Scan: DG3002, DG3001, or neither, as where it only hands its caller's request on, and where
/// DG3004, DG3005 or DG3006 speaks of it: what uses one page reads one page.
/// </summary>
internal sealed class ScanJudge
{
    private readonly SdkSymbols _sdk;
    private readonly ScanMethods _methods;
    private readonly ScanExemptions _exemptions;
    private readonly ForwardedScans _forwarded;
    private readonly IndexedEquality _equality;
    private readonly PageUse _pages;
    private readonly FirstSet _sets;

    public ScanJudge(DynamoCompilation dynamo, SdkSymbols sdk)
    {
        var tables = new Lazy<MappedTables>(() => new MappedTables(dynamo.Compilation, sdk));
        _sdk = sdk;
        _methods = new ScanMethods(sdk);
        _exemptions = new ScanExemptions(dynamo, sdk);
        _forwarded = new ForwardedScans(_methods, _exemptions, dynamo.Compilation);
        _equality = new IndexedEquality(sdk, tables);
        _pages = new PageUse(sdk, tables);
        _sets = new FirstSet(sdk, tables);
    }

    public Diagnostic? Judge(IOperation operation, ISymbol containingSymbol)
    {
        if (operation is IMethodReferenceOperation reference)
        {
            return _methods.Contains(reference.Method) && !IsScanItself(containingSymbol) && !_exemptions.Cover(operation, containingSymbol)
                ? Diagnostic.Create(ScanAnalyzer.Rule, CalledName.LocationOf(operation.Syntax), "the table", "")
                : null;
        }

        var call = (IInvocationOperation)operation;
        var scan = _methods.Contains(call.TargetMethod) ? StartedScan.OfClient(call) : _forwarded.StartedBy(call);
        return scan is null
            || IsScanItself(containingSymbol)
            || _exemptions.Cover(call, containingSymbol)
            || _exemptions.CoverTableOf(scan)
            || ForwardedScans.IsOfCaller(scan, containingSymbol)
            || LimitedScan.IsOnePage(scan, _sdk)
                ? null
                : Report(scan);
    }

    private Diagnostic? Report(StartedScan scan)
    {
        var location = CalledName.LocationOf(scan.Call.Syntax);
        return _equality.FindIn(scan) is { } found ? Diagnostic.Create(IndexedEquality.Rule, location, found.Attribute, found.Owner)
            : _pages.FaultOf(scan.Call) is not null || _sets.ReadOf(scan.Call) is not null ? null
            : Diagnostic.Create(
                ScanAnalyzer.Rule,
                location,
                ScannedTable.IsOfIndex(scan, _sdk) ? DiagnosticSeverity.Info : DiagnosticSeverity.Warning,
                additionalLocations: null,
                properties: null,
                ScannedTable.Describe(scan, _sdk),
                ScanFilter.IsVisibleIn(scan.Call) ? " (the filter is applied after reading)" : "");
    }

    /// <summary>Whether this is a Scan of another client, such as one that writes a log: its callers are seen as callers of the SDK's.</summary>
    private bool IsScanItself(ISymbol symbol) =>
        symbol is IMethodSymbol method && method.ExplicitInterfaceImplementations.Prepend(method).Any(_methods.Contains);
}
