using DynamoGen.Analyzers.Costs;
using DynamoGen.Analyzers.KeyDesign;
using DynamoGen.Analyzers.Libraries;
using DynamoGen.Analyzers.Rules;
using DynamoGen.Declarations.Symbols;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Design;

/// <summary>DG2020: an index that no access pattern reads.</summary>
internal static class UnusedIndex
{
    public static readonly DiagnosticDescriptor Rule = RuleDescriptor.Create(
        RuleIdentifiers.UnusedIndex,
        title: "Index answers no access pattern",
        messageFormat: "No access pattern reads index '{0}' of '{1}', {2}; remove it, or declare the access pattern that it is for",
        RuleCategories.KeyDesign,
        DiagnosticSeverity.Warning,
        description: "Every write of an item that is in an index is also written to the index, and both are stored and billed.",
        WellKnownDiagnosticTags.CompilationEnd);

    public static IEnumerable<Diagnostic> Check(DeclaredDesign design, Compilation compilation, DeclarationSymbols declarations)
    {
        foreach (var table in design.Tables)
        {
            var name = table.Model.Type.FullName;
            var use = new IndexUse(design.RepositoriesOf(name));
            foreach (var index in table.Model.Indexes.Where(index => use.HasPatterns && !use.Reads(index.Name)))
            {
                var payers = design.EntitiesOf(name).Where(entity => entity.Model.IndexKeys.Any(key => key.Index == index.Name))
                    .Select(entity => $"'{entity.Model.Name}'").ToArray();
                var cost = payers.Length == 0
                    ? "and no entity is in it"
                    : $"and each write of {string.Join(", ", payers)} pays for it{Price(table.Type, declarations)}";
                var attribute = table.Type.Attributes(DeclarationAttributes.GlobalIndex).Concat(table.Type.Attributes(DeclarationAttributes.LocalIndex))
                    .FirstOrDefault(attribute => attribute.Text(0) == index.Name);
                yield return Diagnostic.Create(
                    Rule, attribute?.Place() ?? table.Type.Locations.FirstOrDefault(),
                    IndexUse.Severity(table.Type, compilation), additionalLocations: null, properties: null, index.Name, table.Type.Name, cost);
            }
        }
    }

    /// <summary>What one write to the index for each write of the table costs.</summary>
    private static string Price(INamedTypeSymbol table, DeclarationSymbols declarations) =>
        Traffic.On(table, declarations) is { Usual: { Writes: > 0 } usual }
            ? $", about {ListPrices.Text(ListPrices.OnDemand(0, usual.Writes))} a month at the declared traffic"
            : string.Empty;
}
