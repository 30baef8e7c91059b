using DynamoGen.Analyzers.Reads;
using DynamoGen.Analyzers.Tests.Verification;
using DynamoGen.CodeFixes.Reads;

namespace DynamoGen.Analyzers.Tests.Reads;

public sealed class AllowScanCodeFixTests
{
    private const string Usings = """
        using Amazon.DynamoDBv2;
        using Amazon.DynamoDBv2.Model;

        """;

    private const string FixedUsings = """
        using Amazon.DynamoDBv2;
        using Amazon.DynamoDBv2.Model;
        using DynamoGen;

        """;

    private static Task Fixes(string source, string fixedSource) =>
        RuleTest<ScanAnalyzer>.Fixes<AllowScanCodeFix>(Usings + source, FixedUsings + fixedSource);

    [Fact]
    public Task Marks_the_method_and_keeps_its_comments() => Fixes(
        """
        class C(IAmazonDynamoDB client)
        {
            /// <summary>Reads all.</summary>
            public void M() => client.{|DG3001:ScanAsync|}(new ScanRequest());
        }
        """,
        """
        class C(IAmazonDynamoDB client)
        {
            /// <summary>Reads all.</summary>
            [AllowScan("Say here why reading, and paying for, every item is right")]
            public void M() => client.ScanAsync(new ScanRequest());
        }
        """);

    [Fact]
    public Task Marks_each_declaration_once_when_all_are_fixed() => Fixes(
        """
        class C(IAmazonDynamoDB client)
        {
            void M()
            {
                client.{|DG3001:ScanAsync|}(new ScanRequest());
                void Local() => client.{|DG3001:ScanAsync|}(new ScanRequest());
            }

            object Items
            {
                get => client.{|DG3001:ScanAsync|}(new ScanRequest());
            }

            class Nested
            {
                public Nested(IAmazonDynamoDB client) => client.{|DG3001:ScanAsync|}(new ScanRequest());
            }
        }
        """,
        """
        class C(IAmazonDynamoDB client)
        {
            [AllowScan("Say here why reading, and paying for, every item is right")]
            void M()
            {
                client.ScanAsync(new ScanRequest());
                void Local() => client.ScanAsync(new ScanRequest());
            }

            object Items
            {
                [AllowScan("Say here why reading, and paying for, every item is right")]
                get => client.ScanAsync(new ScanRequest());
            }

            [AllowScan("Say here why reading, and paying for, every item is right")]
            class Nested
            {
                public Nested(IAmazonDynamoDB client) => client.ScanAsync(new ScanRequest());
            }
        }
        """);

    [Fact]
    public Task Marks_the_local_function_of_a_program_with_top_level_statements() =>
        RuleTest<ScanAnalyzer>.FixesProgram<AllowScanCodeFix>(
            Usings + """
            Export(new AmazonDynamoDBClient());

            static void Export(IAmazonDynamoDB client) => client.{|DG3001:ScanAsync|}(new ScanRequest());
            """,
            FixedUsings + """
            Export(new AmazonDynamoDBClient());

            [AllowScan("Say here why reading, and paying for, every item is right")] static void Export(IAmazonDynamoDB client) => client.ScanAsync(new ScanRequest());
            """);

    [Fact]
    public Task Is_not_offered_where_no_declaration_can_carry_the_attribute() =>
        RuleTest<ScanAnalyzer>.OffersNo<AllowScanCodeFix>(Usings + """
            interface I
            {
                static IAmazonDynamoDB Client => throw new System.NotSupportedException();
                static object Items => Client.{|DG3001:ScanAsync|}(new ScanRequest());
            }
            """);
}
