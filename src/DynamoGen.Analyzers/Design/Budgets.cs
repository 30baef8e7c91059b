using System.Globalization;
using DynamoGen.Analyzers.Rules;
using DynamoGen.Declarations.Costs;
using DynamoGen.Declarations.Symbols;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Design;

/// <summary>DG3024 and DG4021: an access pattern that takes more capacity than its budget.</summary>
internal static class Budgets
{
    public static readonly DiagnosticDescriptor Read = RuleDescriptor.Create(
        RuleIdentifiers.ReadBudget,
        title: "Read over its budget",
        messageFormat: "'{0}' takes {1}, over its budget of {2}: it is {3}",
        RuleCategories.Reads,
        DiagnosticSeverity.Warning,
        description: "What a read takes at least follows from its operation, its consistency and the size of the smallest item.");

    public static readonly DiagnosticDescriptor Write = RuleDescriptor.Create(
        RuleIdentifiers.WriteBudget,
        title: "Write over its budget",
        messageFormat: "'{0}' takes up to {1} write capacity units, over the budget of {2} of '{3}': it is {4}",
        RuleCategories.Writes,
        DiagnosticSeverity.Warning,
        description: "An item is written to the table, and to each index whose keys or projected attributes the write changes.");

    /// <summary>The reads of a repository that take more than their own budgets.</summary>
    public static IEnumerable<Diagnostic> OfReads(PricedRepository priced)
    {
        foreach (var pattern in priced.Repository.Patterns.ToArray())
        {
            if (PatternPlace.Method(priced.Type, pattern) is not { } method
                || method.Attribute(DeclarationAttributes.CapacityBudget)?.ConstructorArguments[0].Value is not double budget
                || ReadUnits.Least(pattern, priced.Entity) is not { } least
                || least <= budget)
            {
                continue;
            }

            var takes = double.IsPositiveInfinity(least) ? "as much as the table is large" : $"{Text(least)} read capacity units at least";
            yield return Diagnostic.Create(
                Read, PatternPlace.Of(priced.Type, pattern), pattern.Name, takes, Text(budget), ReadCost.Of(pattern, priced.Entity)!);
        }
    }

    /// <summary>The writes of a repository that may take more than the budget of its entity.</summary>
    public static IEnumerable<Diagnostic> OfWrites(PricedRepository priced)
    {
        if (priced.EntityType.Attribute(DeclarationAttributes.WriteBudget)?.Number(0) is not { } budget)
        {
            yield break;
        }

        foreach (var pattern in priced.Repository.Patterns.ToArray())
        {
            if (WriteUnits.Of(pattern, priced.Entity, priced.Table)?.Most is { } most && most > budget)
            {
                var cost = WriteCost.Of(pattern, priced.Entity, priced.Table)!;
                yield return Diagnostic.Create(Write, PatternPlace.Of(priced.Type, pattern), pattern.Name, most, budget, priced.Entity.Name, cost);
            }
        }
    }

    private static string Text(double units) => units.ToString("0.#", CultureInfo.InvariantCulture);
}
