namespace DynamoGen.Analyzers.Tests.Verification;

/// <summary>A class that has the SDK's clients, around the members under test.</summary>
internal static class SdkSource
{
    public const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Linq;
        using System.Threading;
        using System.Threading.Tasks;
        using Amazon.DynamoDBv2;
        using Amazon.DynamoDBv2.DataModel;
        using Amazon.DynamoDBv2.DocumentModel;
        using Amazon.DynamoDBv2.Model;

        """;

    private const string Surroundings = """

        public partial class C
        {
            private IAmazonDynamoDB client = null!;
            private AmazonDynamoDBClient concreteClient = null!;
            private IDynamoDBContext context = null!;
            private ITable table = null!;
            private void Use(object? value) { }
        }
        """;

    public static string Of(string members) =>
        $$"""
        {{Usings}}
        public partial class C
        {
        {{members}}
        }
        {{Surroundings}}
        """;
}
