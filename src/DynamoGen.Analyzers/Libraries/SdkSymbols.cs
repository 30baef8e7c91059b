using Microsoft.CodeAnalysis;

#pragma warning disable RS0030 // Types are looked up by name here, once for each compilation.

namespace DynamoGen.Analyzers.Libraries;

/// <summary>The types of the AWS SDK for DynamoDB that rules look at; null where the referenced version has no such type.</summary>
internal sealed class SdkSymbols
{
    private SdkSymbols(INamedTypeSymbol client)
    {
        Client = client;
        ClientClass = TypeNamed("AmazonDynamoDBClient");
        Paginators = TypeNamed("Model.IDynamoDBv2PaginatorFactory");
        Context = TypeNamed("DataModel.IDynamoDBContext");
        ContextClass = TypeNamed("DataModel.DynamoDBContext");
        Table = TypeNamed("DocumentModel.ITable");
        TableClass = TypeNamed("DocumentModel.Table");
        TableAttribute = TypeNamed("DataModel.DynamoDBTableAttribute");
        PropertyAttribute = TypeNamed("DataModel.DynamoDBPropertyAttribute");
        RangeKeyAttribute = TypeNamed("DataModel.DynamoDBRangeKeyAttribute");
        HashKeyAttribute = TypeNamed("DataModel.DynamoDBHashKeyAttribute");
        IndexHashKeyAttribute = TypeNamed("DataModel.DynamoDBGlobalSecondaryIndexHashKeyAttribute");
        IndexRangeKeyAttribute = TypeNamed("DataModel.DynamoDBGlobalSecondaryIndexRangeKeyAttribute");
    }

    public INamedTypeSymbol Client { get; }

    public INamedTypeSymbol? ClientClass { get; }

    public INamedTypeSymbol? Paginators { get; }

    public INamedTypeSymbol? Context { get; }

    public INamedTypeSymbol? ContextClass { get; }

    public INamedTypeSymbol? Table { get; }

    public INamedTypeSymbol? TableClass { get; }

    public INamedTypeSymbol? TableAttribute { get; }

    public INamedTypeSymbol? PropertyAttribute { get; }

    public INamedTypeSymbol? RangeKeyAttribute { get; }

    public INamedTypeSymbol? HashKeyAttribute { get; }

    public INamedTypeSymbol? IndexHashKeyAttribute { get; }

    public INamedTypeSymbol? IndexRangeKeyAttribute { get; }

    /// <summary>
    /// A type by its name below <c>Amazon.DynamoDBv2</c>, such as <c>Model.QueryRequest</c>; null where the referenced version has no such type.
    /// It is sought in the client's assembly alone: a compilation would seek each name in all that it references, at every change of the code.
    /// </summary>
    public INamedTypeSymbol? TypeNamed(string name) => Client.ContainingAssembly.GetTypeByMetadataName($"Amazon.DynamoDBv2.{name}");

    /// <summary>Whether a symbol is declared by the SDK for DynamoDB.</summary>
    public bool Declares(ISymbol symbol) => SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, Client.ContainingAssembly);

    /// <summary>The SDK's types, or null if the compilation does not reference it.</summary>
    public static SdkSymbols? Find(Compilation compilation) =>
        compilation.GetTypeByMetadataName("Amazon.DynamoDBv2.IAmazonDynamoDB") is { } client ? new SdkSymbols(client) : null;
}
