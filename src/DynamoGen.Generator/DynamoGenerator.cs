using System.Text;
using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Problems;
using DynamoGen.Declarations.Repositories;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Tables;
using DynamoGen.Generator.Emission.Entities;
using DynamoGen.Generator.Emission.Repositories;
using DynamoGen.Generator.Emission.Tables;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DynamoGen.Generator;

/// <summary>
/// Writes the generated half of tables, entities, projections and repositories. Each declaration becomes a model in the first step, and only
/// models go further, so that an edit elsewhere writes nothing again. What is wrong with a declaration is reported by the analyzers; here it
/// only means that nothing is written for it.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class DynamoGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        Register(context, DeclarationAttributes.Table, StepNames.Tables, TableParser.Parse, table => table.Type, TableEmitter.Emit);
        Register(context, DeclarationAttributes.Entity, StepNames.Entities, EntityParser.Parse, entity => entity.Type, EntityEmitter.Emit);
        Register(context, DeclarationAttributes.Projection,
            StepNames.Projections, ProjectionParser.Parse, projection => projection.Type, ProjectionEmitter.Emit);
        Register(context, DeclarationAttributes.Repository,
            StepNames.Repositories, RepositoryParser.Parse, repository => repository.Type, RepositoryEmitter.Emit);
    }

    private static void Register<TModel>(
        IncrementalGeneratorInitializationContext context,
        string attribute,
        string stepName,
        Func<INamedTypeSymbol, DeclarationProblems, TModel?> parse,
        Func<TModel, TypeIdentity> identify,
        Func<TModel, string> emit)
        where TModel : class, IEquatable<TModel>
    {
        var models = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                attribute,
                static (node, _) => node is TypeDeclarationSyntax,
                (declaration, _) => declaration.TargetSymbol is INamedTypeSymbol type && HasFirst(declaration.TargetNode, type.Attribute(attribute))
                    ? parse(type, new DeclarationProblems())
                    : null)
            .Where(static model => model is not null)
            .WithTrackingName(stepName);
        context.RegisterSourceOutput(
            models,
            (output, model) => output.AddSource($"{identify(model!).HintName}.g.cs", SourceText.From(emit(model!), Encoding.UTF8)));
    }

    /// <summary>While a type is typed, two of its partial declarations can bear the attribute, but only one file may be written.</summary>
    private static bool HasFirst(SyntaxNode declaration, AttributeData? first) =>
        first?.ApplicationSyntaxReference is { } place && place.SyntaxTree == declaration.SyntaxTree && declaration.Span.Contains(place.Span);
}
