using DynamoGen.Declarations.Batches;
using DynamoGen.Declarations.Patterns;
using DynamoGen.Declarations.Problems;
using DynamoGen.Declarations.Reads;
using DynamoGen.Declarations.Repositories;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Writes;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Migrations;

/// <summary>Reads a class marked with <c>[Migration]</c>.</summary>
internal static class MigrationParser
{
    public static MigrationModel? Parse(INamedTypeSymbol type, DeclarationProblems problems) => ParsedOnce<MigrationModel>.Of(type, problems, ParseNew);

    private static MigrationModel? ParseNew(INamedTypeSymbol type, DeclarationProblems problems)
    {
        var declaration = new MigrationDeclaration(type);
        if (TypeIdentities.Parse(type, problems) is not { } identity || !declaration.IsComplete)
        {
            return null;
        }

        var source = Repository(declaration, declaration.Source!, declaration.SourceRepository, 0, problems);
        var target = Repository(declaration, declaration.Target!, declaration.TargetRepository, 1, problems);
        var functions = new MigrationFunctions(declaration, problems);
        var forward = functions.Find("Forward", declaration.Source!, declaration.Target!, isRequired: true);
        var backward = functions.Find("Backward", declaration.Target!, declaration.Source!, isRequired: false);
        if (problems.Any || source is null || target is null || forward is null)
        {
            return null;
        }

        var model = new MigrationModel(
            identity,
            TypeIdentities.FreeMemberName(type, "Migrating"),
            backward is not null,
            new PatternPairing(source, target, toOther: true, toOwn: backward is not null).Pair(),
            new PatternPairing(target, source, toOther: backward is not null, toOwn: true).Pair());
        if (backward is { } back && back != Inverse(forward.Value))
        {
            return Refuse("'Backward' takes as many items as 'Forward' yields, and yields as many as that takes");
        }

        if (forward == MigrationFunction.OneToOne)
        {
            return declaration.Group is null ? model : Refuse("'Group' reads the items that one stands for, and 'Forward' makes one of one");
        }

        return Grouped();

        MigrationModel? Grouped()
        {
            var sourceIsOne = forward == MigrationFunction.OneToMany;
            var (one, many) = sourceIsOne ? (source, target) : (target, source);
            var parser = new GroupParser(one, many);
            if (parser.Parse(declaration.Group, sourceIsOne) is not { } group)
            {
                return Refuse(parser.Reason);
            }

            var (splits, merges) = (sourceIsOne || backward is not null, !sourceIsOne || backward is not null);
            return model with
            {
                Group = group,
                Source = new GroupPairing(source, isOne: sourceIsOne, group, target, splits, merges).Pair(),
                Target = new GroupPairing(target, isOne: !sourceIsOne, group, source, splits, merges).Pair(),
            };
        }

        MigrationModel? Refuse(string reason)
        {
            problems.Add(DeclarationRule.Migration, type.Locations.FirstOrDefault(), type.Name, reason);
            return null;
        }
    }

    private static MigrationFunction Inverse(MigrationFunction function) => function switch
    {
        MigrationFunction.OneToMany => MigrationFunction.ManyToOne,
        MigrationFunction.ManyToOne => MigrationFunction.OneToMany,
        _ => MigrationFunction.OneToOne,
    };

    private static RepositoryModel? Repository(
        MigrationDeclaration declaration, INamedTypeSymbol entity, INamedTypeSymbol? repository, int argument, DeclarationProblems problems)
    {
        var place = declaration.Attribute.Place(argument);
        if (repository?.Attribute(DeclarationAttributes.Repository)?.AttributeClass?.TypeArguments[0] is not INamedTypeSymbol stored
            || !SymbolEqualityComparer.Default.Equals(stored, entity))
        {
            return Refuse($"'{repository?.Name ?? "null"}' is not an interface marked with [Repository<{entity.Name}>]");
        }

        // What is wrong with the repository or its entity is reported where it is declared, if that is in this project.
        if (RepositoryParser.Parse(repository, new DeclarationProblems()) is not { } model)
        {
            return SymbolEqualityComparer.Default.Equals(repository.ContainingAssembly, declaration.Type.ContainingAssembly)
                ? null
                : Refuse($"'{repository.Name}' of '{repository.ContainingAssembly.Name}' cannot be read; reference the package DynamoGen in that project and "
                    + "in those of its entities, in the same version");
        }

        if (model.Uniqueness is not null)
        {
            return Refuse($"'{entity.Name}' has [Unique] values, whose markers no migration moves");
        }

        if (model.Patterns.FirstOrDefault(IsAction) is { } action)
        {
            return Refuse($"'{repository.Name}.{action.Name}' is an action of its caller's transaction, which is sent past the migration; "
                + "move it to a repository of its own, which is used when the migration is over");
        }

        if (model.Patterns.FirstOrDefault(pattern => pattern is BatchWritePattern) is { } entry)
        {
            return Refuse($"'{repository.Name}.{entry.Name}' is an entry of its caller's batch, which is sent past the migration; "
                + "move it to a repository of its own, which is used when the migration is over");
        }

        return model;

        RepositoryModel? Refuse(string reason)
        {
            problems.Add(DeclarationRule.Migration, place, declaration.Type.Name, reason);
            return null;
        }
    }

    private static bool IsAction(PatternModel pattern) => pattern is WritePattern { Result: WriteResult.Action } or GetPattern { IsAction: true };
}
