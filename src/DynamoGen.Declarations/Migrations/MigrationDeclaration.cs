using DynamoGen.Declarations.Symbols;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Migrations;

/// <summary>What the attribute of a migration names.</summary>
internal sealed class MigrationDeclaration
{
    public MigrationDeclaration(INamedTypeSymbol type)
    {
        Type = type;
        Attribute = type.Attribute(DeclarationAttributes.Migration)!;
        var entities = Attribute.AttributeClass!.TypeArguments;
        Source = Declared(entities[0]);
        Target = Declared(entities[1]);
        SourceRepository = Repository(0);
        TargetRepository = Repository(1);
    }

    /// <summary>The class.</summary>
    public INamedTypeSymbol Type { get; }

    public AttributeData Attribute { get; }

    /// <summary>The old entity; null where the compiler knows no such type.</summary>
    public INamedTypeSymbol? Source { get; }

    /// <summary>The new entity; null where the compiler knows no such type.</summary>
    public INamedTypeSymbol? Target { get; }

    /// <summary>The old entity's repository; null where none is named.</summary>
    public INamedTypeSymbol? SourceRepository { get; }

    /// <summary>The new entity's repository; null where none is named.</summary>
    public INamedTypeSymbol? TargetRepository { get; }

    /// <summary>The name of the access pattern that reads the several items that one stands for; null where none is named.</summary>
    public string? Group => Attribute.Named<string?>("Group", null);

    /// <summary>Whether there is nothing in it that the compiler complains of.</summary>
    public bool IsComplete => Source is not null && Target is not null && Attribute.ConstructorArguments.Length == 2
        && Attribute.ConstructorArguments.All(argument => argument.Kind != TypedConstantKind.Error && argument.Value is not IErrorTypeSymbol);

    private INamedTypeSymbol? Repository(int argument) =>
        argument < Attribute.ConstructorArguments.Length && Attribute.ConstructorArguments[argument] is { Kind: TypedConstantKind.Type, Value: { } type }
            ? Declared(type as ITypeSymbol)
            : null;

    private static INamedTypeSymbol? Declared(ITypeSymbol? type) => type is INamedTypeSymbol { TypeKind: not TypeKind.Error } named ? named : null;
}
