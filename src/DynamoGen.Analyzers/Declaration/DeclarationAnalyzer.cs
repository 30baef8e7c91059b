using System.Collections.Immutable;
using DynamoGen.Analyzers.Proposals;
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

    /// <summary>The property of a diagnostic that says with which change of the design an access pattern is answered, where one is known.</summary>
    internal const string ProposalProperty = "Proposal";

    /// <summary>The property of a diagnostic that names the repository whose access pattern no key answers.</summary>
    internal const string RepositoryProperty = "Repository";

    /// <summary>The property of a diagnostic that names that access pattern.</summary>
    internal const string PatternProperty = "Pattern";

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
            var proposer = new DesignProposer(dynamo, entities.ModelsOf);
            context.RegisterSymbolAction(symbol => Analyze(symbol, entities, proposer), SymbolKind.NamedType);
        }
    }

    private static void Analyze(SymbolAnalysisContext context, TableEntities entities, DesignProposer proposer)
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
            var proposal = problem.Pattern is { } pattern ? proposer.For(pattern, type, context.CancellationToken) : null;
            context.ReportDiagnostic(Report(problem, type, proposal));
        }
    }

    private static Diagnostic Report(DeclarationProblem problem, INamedTypeSymbol type, DesignProposal? proposal)
    {
        var properties = ImmutableDictionary<string, string?>.Empty;
        if (problem.MissingAttributes.Count > 0)
        {
            properties = properties.Add(MissingAttributesProperty, string.Join(AttributeSeparator, problem.MissingAttributes));
        }

        var arguments = problem.Arguments.Cast<object>().ToArray();
        if (problem.Pattern is { } pattern)
        {
            // Also where nothing is proposed: what is done for another access pattern may answer this one.
            properties = properties.Add(RepositoryProperty, type.GetDocumentationCommentId()).Add(PatternProperty, pattern.GetDocumentationCommentId());
        }

        if (proposal is not null)
        {
            properties = properties.Add(ProposalProperty, proposal.Title);
            arguments[arguments.Length - 1] += $"; {proposal.Answer}";
        }

        return Diagnostic.Create(DeclarationDescriptors.Of(problem.Rule), problem.Location, properties, arguments);
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
