using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Problems;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Generator.Tests;

/// <summary>A declaration is parsed once, whoever asks and through which symbol.</summary>
public sealed class ParsedOnceTests
{
    [Fact]
    public void A_repository_finds_the_entity_that_its_declaration_was_parsed_to()
    {
        var compilation = GeneratorRun.Compile(
            """
            [Table("notes")]
            public sealed partial class Notes;

            [Entity<Notes>]
            [Key("NOTE#{Id}", "NOTE")]
            public sealed partial record Note
            {
                public required string Id { get; init; }
            }

            [Repository<Note>]
            public partial interface INotes
            {
                ValueTask<Note?> Get(string id, CancellationToken cancellationToken = default);
            }
            """);
        var declared = compilation.GetTypeByMetadataName("Note")!;
        var argument = (INamedTypeSymbol)compilation.GetTypeByMetadataName("INotes")!.GetAttributes().Single().AttributeClass!.TypeArguments.Single();

        var entity = EntityParser.Parse(declared, new DeclarationProblems());

        Assert.NotNull(entity);
        Assert.NotSame(declared, argument);
        Assert.Same(entity, EntityParser.Parse(argument, new DeclarationProblems()));
    }
}
