using DynamoGen.Analyzers.Libraries;
using DynamoGen.Analyzers.Options;
using DynamoGen.Analyzers.Requests;
using DynamoGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Reads;

/// <summary>DG3001 and DG3002: a Scan that nobody has given a reason for, and one that a Query does better. A call gets one of them.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ScanAnalyzer : DynamoAnalyzer
{
    internal static readonly DiagnosticDescriptor Rule = RuleDescriptor.Create(
        RuleIdentifiers.Scan,
        title: "Scan reads the whole table",
        messageFormat: "Scan reads and bills every item of {0}{1}; use a Query on a key or an index, or say why a Scan is right with [AllowScan(\"why\")]",
        RuleCategories.Reads,
        DiagnosticSeverity.Warning,
        description: "A Scan reads, and bills, all items of a table or an index. "
            + "It grows slower and dearer with every item stored, and can use up the capacity that other requests need.");

    private static readonly SymbolDisplayFormat FullName = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces);

    /// <summary>Creates the analyzer.</summary>
    public ScanAnalyzer()
        : base(Rule, IndexedEquality.Rule)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext context, DynamoCompilation dynamo)
    {
        if (dynamo.Sdk is not { } sdk)
        {
            return;
        }

        var methods = new ScanMethods(sdk);
        var equality = new IndexedEquality(sdk, new Lazy<MappedTables>(() => new MappedTables(dynamo.Compilation, sdk)));
        var permission = new ScanPermission(dynamo.Declarations?.AllowScanAttribute);
        context.RegisterOperationAction(Analyze, OperationKind.Invocation, OperationKind.MethodReference);

        void Analyze(OperationAnalysisContext context)
        {
            var call = context.Operation as IInvocationOperation;
            var method = call?.TargetMethod ?? ((IMethodReferenceOperation)context.Operation).Method;
            if (!methods.Contains(method)
                || IsScanItself(context.ContainingSymbol, methods)
                || dynamo.Excludes(context.Operation.Syntax.SyntaxTree)
                || IsInAllowedType(context.ContainingSymbol, dynamo.OptionsOf(context.Operation.Syntax.SyntaxTree))
                || IsOfAllowedTable(method, call, dynamo.OptionsOf(context.Operation.Syntax.SyntaxTree), sdk)
                || (call is not null && (ScanForwarder.Contains(call, context.ContainingSymbol) || LimitedScan.IsOnePage(call, sdk)))
                || ExpressionTree.Contains(context.Operation)
                || permission.Covers(context.Operation, context.ContainingSymbol))
            {
                return;
            }

            var location = CalledName.LocationOf(context.Operation.Syntax);
            if (call is not null && equality.FindIn(call) is { } found)
            {
                context.ReportDiagnostic(Diagnostic.Create(IndexedEquality.Rule, location, found.Attribute, found.Owner));
                return;
            }

            context.ReportDiagnostic(Diagnostic.Create(
                Rule,
                location,
                ScannedTable.Describe(method, call, sdk),
                call is not null && ScanFilter.IsVisibleIn(call) ? " (the filter is applied after reading)" : ""));
        }
    }

    /// <summary>Whether this is a Scan of another client, such as one that writes a log: its callers are seen as callers of the SDK's.</summary>
    private static bool IsScanItself(ISymbol symbol, ScanMethods methods) =>
        symbol is IMethodSymbol method && method.ExplicitInterfaceImplementations.Prepend(method).Any(methods.Contains);

    private static bool IsOfAllowedTable(IMethodSymbol method, IInvocationOperation? call, RuleOptions options, SdkSymbols sdk) =>
        options.ScanAllowedTables is { IsEmpty: false } allowed && ScannedTable.NameOf(method, call, sdk) is { } table && allowed.Contains(table);

    private static bool IsInAllowedType(ISymbol symbol, RuleOptions options)
    {
        var allowed = options.ScanAllowedTypes;
        for (var type = symbol as INamedTypeSymbol ?? symbol.ContainingType; type is not null && !allowed.IsEmpty; type = type.ContainingType)
        {
            if (allowed.Contains(type.ToDisplayString(FullName)))
            {
                return true;
            }
        }

        return false;
    }
}
