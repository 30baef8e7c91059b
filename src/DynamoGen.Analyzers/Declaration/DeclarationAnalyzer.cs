using System.Collections.Immutable;
using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Filters;
using DynamoGen.Declarations.Migrations;
using DynamoGen.Declarations.Patches;
using DynamoGen.Declarations.Problems;
using DynamoGen.Declarations.Repositories;
using DynamoGen.Declarations.Streams;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Tables;
using DynamoGen.Declarations.Wrappers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DynamoGen.Analyzers.Declaration;

/// <summary>
/// What is wrong with the declaration of a table, an entity, a projection, a repository or a stream handler. It runs the generator's own parser, so that
/// whatever the generator leaves out is explained, at the place that has to change.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DeclarationAnalyzer : DynamoAnalyzer
{
    /// <summary>The property of a diagnostic that names what an index would have to hold.</summary>
    internal const string MissingAttributesProperty = "MissingAttributes";

    /// <summary>What stands between the names: a character that no name has for any good reason.</summary>
    internal const string AttributeSeparator = "\0";

    /// <summary>Creates the analyzer.</summary>
    public DeclarationAnalyzer()
        : base(DeclarationDescriptors.All)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext context, DynamoCompilation dynamo)
    {
        if (dynamo.Declarations is not null)
        {
            var entities = new TableEntities(dynamo.Compilation, dynamo.Declarations);
            context.RegisterSymbolAction(symbol => Analyze(symbol, entities), SymbolKind.NamedType);
        }
    }

    private static void Analyze(SymbolAnalysisContext context, TableEntities entities)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        var problems = new DeclarationProblems();
        if (type.Has(DeclarationAttributes.Table))
        {
            TableParser.Parse(type, problems);
        }

        if (type.Has(DeclarationAttributes.Entity))
        {
            EntityParser.Parse(type, problems);
            Compare(type, entities, problems);
        }

        if (type.Has(DeclarationAttributes.Projection))
        {
            ProjectionParser.Parse(type, problems);
        }

        if (type.Has(DeclarationAttributes.Patch))
        {
            PatchParser.Parse(type, problems);
        }

        if (type.Has(DeclarationAttributes.Fields))
        {
            FieldsParser.Parse(type, problems);
        }

        if (type.Has(DeclarationAttributes.Wrapper))
        {
            WrapperParser.Parse(type, problems);
        }

        if (type.Has(DeclarationAttributes.Repository))
        {
            RepositoryParser.Parse(type, problems);
        }

        if (type.Has(DeclarationAttributes.StreamHandler))
        {
            StreamHandlerParser.Parse(type, problems);
        }

        if (type.Has(DeclarationAttributes.Migration) && MigrationParser.Parse(type, problems) is { } migration)
        {
            TellPhases(type, migration, problems);
        }

        foreach (var problem in problems.All)
        {
            var properties = ImmutableDictionary<string, string?>.Empty;
            if (problem.MissingAttributes.Count > 0)
            {
                properties = properties.Add(MissingAttributesProperty, string.Join(AttributeSeparator, problem.MissingAttributes));
            }

            context.ReportDiagnostic(Diagnostic.Create(DeclarationDescriptors.Of(problem.Rule), problem.Location, properties, [.. problem.Arguments]));
        }
    }

    /// <summary>Which access patterns of a migration have nothing in their place on the other side.</summary>
    private static void TellPhases(INamedTypeSymbol type, MigrationModel migration, DeclarationProblems problems)
    {
        foreach (var side in new[] { migration.Source, migration.Target })
        {
            foreach (var pattern in side.Patterns.Where(pattern => pattern.Obstacle is not null))
            {
                problems.Add(DeclarationRule.PhasedPattern, type.Locations.FirstOrDefault(),
                    $"{side.Repository.Type.Name}.{pattern.Pattern.Name}", type.Name, pattern.Obstacle!);
            }
        }
    }

    /// <summary>What only shows beside the other entities of the table.</summary>
    private static void Compare(INamedTypeSymbol type, TableEntities entities, DeclarationProblems problems)
    {
        if (EntityParser.Table(type, new DeclarationProblems()) is not { } table
            || entities.Of(table.Name).FirstOrDefault(entity => SymbolEqualityComparer.Default.Equals(entity.Type, type)) is not { } own)
        {
            return;
        }

        SharedNames.Check(own, entities.Of(table.Name), problems);
        if (own.Model is not null)
        {
            MarkerPlaces.Check(own, entities.Of(table.Name), problems);
        }
    }
}
