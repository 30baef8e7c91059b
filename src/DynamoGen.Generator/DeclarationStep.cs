using System.Text;
using DynamoGen.Declarations.Problems;
using DynamoGen.Declarations.Skeletons;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Generator.Emission.Skeletons;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DynamoGen.Generator;

/// <summary>
/// The step of one kind of declaration: from a type that bears its attribute to a model, and from the model to a file. Whatever goes wrong with one
/// declaration, the others are written.
/// </summary>
/// <param name="attribute">The metadata name of the attribute.</param>
/// <param name="kind">What it declares.</param>
/// <param name="stepName">The step's name.</param>
/// <param name="parse">Reads a type; null where its declaration is refused.</param>
/// <param name="identify">The type of a model.</param>
/// <param name="emit">Writes a model.</param>
internal sealed class DeclarationStep<TModel>(
    string attribute,
    SkeletonKind kind,
    string stepName,
    Func<INamedTypeSymbol, DeclarationProblems, TModel?> parse,
    Func<TModel, TypeIdentity> identify,
    Func<TModel, string> emit)
    where TModel : class, IEquatable<TModel>
{
    public void Register(IncrementalGeneratorInitializationContext context)
    {
        var declarations = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                attribute,
                static (node, _) => node is TypeDeclarationSyntax,
                (declaration, _) => declaration.TargetSymbol is INamedTypeSymbol type && HasFirst(declaration.TargetNode, type.Attribute(attribute))
                    ? Read(type)
                    : null)
            .Where(static declaration => declaration is not null)
            .WithTrackingName(stepName);
        context.RegisterSourceOutput(declarations, (output, declaration) => Write(output, declaration!));
    }

    private ReadDeclaration<TModel>? Read(INamedTypeSymbol type)
    {
        try
        {
            return parse(type, new DeclarationProblems()) is { } model
                ? new ReadDeclaration<TModel>(model, null)
                : Refused(type);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return Refused(type, Describe(exception));
        }
    }

    private ReadDeclaration<TModel>? Refused(INamedTypeSymbol type, string? failure = null) =>
        SkeletonParser.Parse(type, kind, failure) is { } skeleton ? new ReadDeclaration<TModel>(null, skeleton) : null;

    private void Write(SourceProductionContext output, ReadDeclaration<TModel> declaration)
    {
        var type = declaration.Skeleton?.Type ?? identify(declaration.Model!);
        output.AddSource($"{type.HintName}.g.cs", SourceText.From(Text(declaration), Encoding.UTF8));
    }

    private string Text(ReadDeclaration<TModel> declaration)
    {
        if (declaration.Model is not { } model)
        {
            return SkeletonEmitter.Emit(declaration.Skeleton!);
        }

        try
        {
            return emit(model);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return SkeletonEmitter.Emit(new SkeletonModel(identify(model), kind, SkeletonNames.Usual, Describe(exception)));
        }
    }

    private static string Describe(Exception exception) => $"{exception.GetType().Name}: {exception.Message}";

    /// <summary>While a type is typed, two of its partial declarations can bear the attribute, but only one file may be written.</summary>
    private static bool HasFirst(SyntaxNode declaration, AttributeData? first) =>
        first?.ApplicationSyntaxReference is { } place && place.SyntaxTree == declaration.SyntaxTree && declaration.Span.Contains(place.Span);
}

/// <summary>A declaration as the generator read it: its model, or what can be written of one that is refused.</summary>
internal sealed record ReadDeclaration<TModel>(TModel? Model, SkeletonModel? Skeleton)
    where TModel : class, IEquatable<TModel>;
