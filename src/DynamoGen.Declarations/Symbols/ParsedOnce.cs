using System.Runtime.CompilerServices;
using DynamoGen.Declarations.Problems;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Symbols;

/// <summary>
/// Keeps what a type was parsed to for as long as its symbol lives. An entity is asked for by the generator, by its repository, and by each analyzer
/// of declarations; a symbol never changes, because every edit makes others.
/// </summary>
internal static class ParsedOnce<TModel>
    where TModel : class
{
    private static readonly ConditionalWeakTable<INamedTypeSymbol, Result> Results = new();

    /// <param name="type">The type.</param>
    /// <param name="problems">Takes what is wrong with it.</param>
    /// <param name="parse">Parses it, where that was not done yet.</param>
    public static TModel? Of(INamedTypeSymbol type, DeclarationProblems problems, Func<INamedTypeSymbol, DeclarationProblems, TModel?> parse)
    {
        var result = Results.GetValue(Declared(type), declared =>
        {
            var own = new DeclarationProblems();
            return new Result(parse(declared, own), own);
        });
        problems.Add(result.Problems);
        return result.Model;
    }

    /// <summary>
    /// Roslyn has another symbol of a type for each annotation of nullability, and that of an attribute's type argument is not the one of the declaration.
    /// </summary>
    private static INamedTypeSymbol Declared(INamedTypeSymbol type) => type.IsGenericType ? type : type.OriginalDefinition;

    private sealed class Result(TModel? model, DeclarationProblems problems)
    {
        public TModel? Model { get; } = model;

        public DeclarationProblems Problems { get; } = problems;
    }
}
