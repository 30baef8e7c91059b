using Microsoft.CodeAnalysis;

#pragma warning disable RS0030 // Types are looked up by name here, once for each compilation.

namespace DynamoGen.Analyzers.Libraries;

/// <summary>The types of the AWS SDK for DynamoDB that rules look at; null where the referenced version has no such type.</summary>
internal sealed class SdkSymbols
{
    private readonly Compilation _compilation;

    private SdkSymbols(Compilation compilation, INamedTypeSymbol client)
    {
        _compilation = compilation;
        Client = client;
        ClientClass = compilation.GetTypeByMetadataName("Amazon.DynamoDBv2.AmazonDynamoDBClient");
        Paginators = compilation.GetTypeByMetadataName("Amazon.DynamoDBv2.Model.IDynamoDBv2PaginatorFactory");
        Context = compilation.GetTypeByMetadataName("Amazon.DynamoDBv2.DataModel.IDynamoDBContext");
        ContextClass = compilation.GetTypeByMetadataName("Amazon.DynamoDBv2.DataModel.DynamoDBContext");
        Table = compilation.GetTypeByMetadataName("Amazon.DynamoDBv2.DocumentModel.ITable");
        TableClass = compilation.GetTypeByMetadataName("Amazon.DynamoDBv2.DocumentModel.Table");
        TableAttribute = compilation.GetTypeByMetadataName("Amazon.DynamoDBv2.DataModel.DynamoDBTableAttribute");
        PropertyAttribute = compilation.GetTypeByMetadataName("Amazon.DynamoDBv2.DataModel.DynamoDBPropertyAttribute");
        RangeKeyAttribute = compilation.GetTypeByMetadataName("Amazon.DynamoDBv2.DataModel.DynamoDBRangeKeyAttribute");
        HashKeyAttribute = compilation.GetTypeByMetadataName("Amazon.DynamoDBv2.DataModel.DynamoDBHashKeyAttribute");
        IndexHashKeyAttribute = compilation.GetTypeByMetadataName("Amazon.DynamoDBv2.DataModel.DynamoDBGlobalSecondaryIndexHashKeyAttribute");
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

    /// <summary>
    /// A type by its name below <c>Amazon.DynamoDBv2</c>, such as <c>Model.QueryRequest</c>; null where the referenced version has no such type.
    /// </summary>
    public INamedTypeSymbol? TypeNamed(string name) => _compilation.GetTypeByMetadataName($"Amazon.DynamoDBv2.{name}");

    /// <summary>Whether a symbol is declared by the SDK for DynamoDB.</summary>
    public bool Declares(ISymbol symbol) => SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, Client.ContainingAssembly);

    /// <summary>The SDK's types, or null if the compilation does not reference it.</summary>
    public static SdkSymbols? Find(Compilation compilation) =>
        compilation.GetTypeByMetadataName("Amazon.DynamoDBv2.IAmazonDynamoDB") is { } client ? new SdkSymbols(compilation, client) : null;
}
