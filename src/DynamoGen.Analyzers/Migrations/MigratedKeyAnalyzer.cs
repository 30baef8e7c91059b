using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Migrations;
using DynamoGen.Declarations.Problems;
using DynamoGen.Declarations.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Migrations;

/// <summary>DG9004, DG9005 and DG9007: what the forward function of a migration makes of the old key.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MigratedKeyAnalyzer : DynamoAnalyzer
{
    /// <summary>Creates the analyzer.</summary>
    public MigratedKeyAnalyzer()
        : base(MigrationDescriptors.KeyDoesNotFollow, MigrationDescriptors.KeyUnproven, MigrationDescriptors.GatheringKey)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext context, DynamoCompilation dynamo)
    {
        if (dynamo.Declarations is not null)
        {
            context.RegisterOperationBlockAction(Analyze);
        }
    }

    private static void Analyze(OperationBlockAnalysisContext context)
    {
        if (context.OwningSymbol is not IMethodSymbol { Name: "Forward" or "Backward", IsStatic: true, Parameters.Length: 1 } function
            || !function.ContainingType.Has(DeclarationAttributes.Migration)
            || context.OperationBlocks.FirstOrDefault(block => block is IBlockOperation) is not { } body
            || new MigrationDeclaration(function.ContainingType) is not { IsComplete: true, Source: { } source, Target: { } target } declaration)
        {
            return;
        }

        if (declaration.Group is not null)
        {
            AnalyzeGroup(context, function, body, source, target);
        }
        else if (function.Name == "Forward")
        {
            AnalyzeItem(context, function, body, source, target);
        }
    }

    private static void AnalyzeGroup(
        OperationBlockAnalysisContext context, IMethodSymbol function, IOperation body, INamedTypeSymbol source, INamedTypeSymbol target)
    {
        if (MigrationParser.Parse(function.ContainingType, new DeclarationProblems())?.Group is not { } group)
        {
            return;
        }

        var isForward = function.Name == "Forward";
        var (from, to) = isForward ? (source, target) : (target, source);
        new GroupKeyProof(from, to, group, makesMany: isForward == group.SourceIsOne).Check(body, (value, message) =>
            context.ReportDiagnostic(Diagnostic.Create(MigrationDescriptors.KeyDoesNotFollow, value.Syntax.GetLocation(), message)));
    }

    private static void AnalyzeItem(
        OperationBlockAnalysisContext context, IMethodSymbol forward, IOperation body, INamedTypeSymbol source, INamedTypeSymbol target)
    {
        if (!SymbolEqualityComparer.Default.Equals(forward.Parameters[0].Type, source)
            || !SymbolEqualityComparer.Default.Equals(forward.ReturnType, target)
            || EntityParser.Parse(source, new DeclarationProblems()) is not { } old
            || EntityParser.Parse(target, new DeclarationProblems()) is not { } young)
        {
            return;
        }

        var place = forward.Locations[0];
        if (BuiltItem.ReturnedBy(body) is not { } items)
        {
            Report(MigrationDescriptors.KeyUnproven, null,
                $"What 'Forward' gives the key of '{young.Name}' is not to be seen, so that it cannot be told whether it follows from the key of '{old.Name}'; "
                    + "return the new item where it is created");
            return;
        }

        var origins = new KeyOrigins(forward.Parameters[0]);
        foreach (var item in items)
        {
            new KeyProof(old, young, origins, Report).Check(item);
            if (GatheredPartitions.Of(old, young, item, origins) is { Length: > 0 } gathered)
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    MigrationDescriptors.GatheringKey, place, young.Keys[0].PartitionTemplate, old.Keys[0].PartitionTemplate,
                    string.Join(" and ", gathered.Select(name => $"'{name}'"))));
            }
        }

        void Report(DiagnosticDescriptor rule, IOperation? at, string message) =>
            context.ReportDiagnostic(Diagnostic.Create(rule, at?.Syntax.GetLocation() ?? place, message));
    }
}
