using DynamoGen.Analyzers.Costs;
using DynamoGen.Analyzers.KeyDesign;
using DynamoGen.Declarations.Problems;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Tables;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DynamoGen.Analyzers.Tables;

/// <summary>DG1030, DG1031 and DG1033: what the declaration of one table shows.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TableAnalyzer : DynamoAnalyzer
{
    /// <summary>How much cheaper the other billing mode must be, as a share: prices are rough, and so is declared traffic.</summary>
    private const double WorthSaying = 0.8;

    /// <summary>Creates the analyzer.</summary>
    public TableAnalyzer()
        : base(TableDescriptors.CacheWithoutTimeToLive, TableDescriptors.UnprotectedTable, TableDescriptors.BillingMode)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext context, DynamoCompilation dynamo)
    {
        if (dynamo.Declarations is { } declarations)
        {
            context.RegisterSymbolAction(symbol => Analyze(symbol, declarations), SymbolKind.NamedType);
        }
    }

    private static void Analyze(SymbolAnalysisContext context, Libraries.DeclarationSymbols declarations)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.Attribute(DeclarationAttributes.Table) is not { } attribute || TableParser.Parse(type, new DeclarationProblems()) is not { } table)
        {
            return;
        }

        if (table is { Settings.Purpose: TablePurpose.Cache, TimeToLive: null })
        {
            Report(TableDescriptors.CacheWithoutTimeToLive, table.Name);
        }

        if (table.Settings is { Purpose: TablePurpose.Transactional } settings && Protection(settings) is { } missing)
        {
            Report(TableDescriptors.UnprotectedTable, table.Name, missing.What, missing.Remedy);
        }

        if (Traffic.On(type, declarations) is { Average: { } average } traffic)
        {
            ReportBilling(table, traffic, average);
        }

        void ReportBilling(TableModel table, Traffic traffic, Units average)
        {
            var onDemand = ListPrices.OnDemand(average.Reads, average.Writes);
            var provisioned = ListPrices.Provisioned(traffic.Reads, traffic.Writes);
            if (table.IsProvisioned ? onDemand < WorthSaying * provisioned : provisioned < WorthSaying * onDemand)
            {
                var (here, there) = (Says(table.IsProvisioned), Says(!table.IsProvisioned));
                var cheaper = table.IsProvisioned ? "OnDemand" : "Provisioned";
                Report(TableDescriptors.BillingMode, table.Name, here.Cost, here.Mode, there.Cost, there.Mode, cheaper);
            }

            (string Cost, string Mode) Says(bool isProvisioned) => isProvisioned
                ? (ListPrices.Text(provisioned), "provisioned for the peak")
                : (ListPrices.Text(onDemand), "on demand");
        }

        void Report(DiagnosticDescriptor rule, params object[] arguments) => context.ReportDiagnostic(Diagnostic.Create(rule, attribute.Place(), arguments));
    }

    private static (string What, string Remedy)? Protection(TableSettings settings) => (settings.RecoveryPeriodInDays > 0, settings.DeletionProtection) switch
    {
        (false, false) => ("point-in-time recovery and no deletion protection", "PointInTimeRecovery and DeletionProtection"),
        (false, true) => ("point-in-time recovery", "PointInTimeRecovery"),
        (true, false) => ("deletion protection", "DeletionProtection"),
        _ => null,
    };
}
