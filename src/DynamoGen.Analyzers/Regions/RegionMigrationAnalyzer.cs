using DynamoGen.Declarations.Migrations;
using DynamoGen.Declarations.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DynamoGen.Analyzers.Regions;

/// <summary>DG8005 and DG8007: a migration, which writes both items in one transaction.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RegionMigrationAnalyzer : DynamoAnalyzer
{
    /// <summary>Creates the analyzer.</summary>
    public RegionMigrationAnalyzer()
        : base(RegionDescriptors.RegionalTransaction, RegionDescriptors.RefusedTransaction)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext context, DynamoCompilation dynamo)
    {
        if (dynamo.Declarations is not null)
        {
            context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
        }
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (!type.Has(DeclarationAttributes.Migration)
            || new MigrationDeclaration(type) is not { IsComplete: true, Source: { } source, Target: { } target } declaration)
        {
            return;
        }

        var tables = new[] { RegionalTable.Of(source), RegionalTable.Of(target) }.OfType<RegionalTable>().ToArray();
        var place = declaration.Attribute.Place();
        if (tables.FirstOrDefault(table => table.IsStrong) is { } strong)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                RegionDescriptors.RefusedTransaction, place, type.Name, "carried out", strong.Model.Name,
                "stop the writes, and copy the items by a program of your own"));
        }
        else if (tables.FirstOrDefault(table => table.IsWrittenAnywhere) is { } table)
        {
            context.ReportDiagnostic(table.Report(
                RegionDescriptors.RegionalTransaction, place, type.Name,
                "writes both items in a transaction in one region: others get them one by one, and may overwrite one", table.Model.Name, table.First));
        }
    }
}
