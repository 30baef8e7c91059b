using DynamoGen.Declarations.Syntax;

namespace DynamoGen.Analyzers.Tests.Expressions;

/// <summary>The one reader of expressions, for declarations and for requests: what used to be read in three ways.</summary>
public sealed class ParsedExpressionTests
{
    [Theory]
    [InlineData("Größe = {x}", true, false)]
    [InlineData("_hidden = {x}", true, false)]
    [InlineData("@class = {x}", true, false)]
    [InlineData("a_b = :x", false, true)]
    [InlineData("#größe = :x", false, false)]
    [InlineData("a = 'text'", true, false)]
    [InlineData("a = -1.5", true, false)]
    [InlineData("a = :x", false, true)]
    [InlineData("attribute_type(a, :t) and NOT b between :x AnD :y", false, true)]
    public void A_dialect_decides_what_names_and_values_are(string text, bool isDeclared, bool isRequest)
    {
        Assert.Equal(isDeclared, ParsedExpression.OfCondition(text, ExpressionDialect.Declared).Problem is null);
        Assert.Equal(isRequest, ParsedExpression.OfCondition(text, ExpressionDialect.Request).Problem is null);
    }

    [Theory]
    [InlineData("SET a = (:b + :c) - d", true)]
    [InlineData("set a = if_not_exists(a, :zero) + :one remove b", true)]
    [InlineData("SET a = :b SET c = :d", false)]
    [InlineData("ADD a b", false)]
    [InlineData("SET a = (:b", false)]
    public void Parentheses_and_clauses_of_an_update_are_read(string text, bool isUpdate) =>
        Assert.Equal(isUpdate, ParsedExpression.OfUpdate(text, ExpressionDialect.Request).Update is not null);

    [Fact]
    public void Each_piece_knows_where_it_stands()
    {
        const string Text = "SET  Notes['a b'] = list_append(Notes[0], {more})  REMOVE @class";
        var tokens = ParsedExpression.OfUpdate(Text, ExpressionDialect.Declared).Tokens;

        Assert.Equal(
            ["SET", "Notes", "[", "'a b'", "]", "=", "list_append", "(", "Notes", "[", "0", "]", ",", "{more}", ")", "REMOVE", "@class", ""],
            tokens.Select(token => Text.Substring(token.Span.Start, token.Span.Length)));
        Assert.Equal(["a b", "more", "class"], new[] { tokens[3], tokens[13], tokens[16] }.Select(token => token.Text));
    }

    [Fact]
    public void The_first_problem_is_reported_where_it_is()
    {
        var problem = ParsedExpression.OfCondition("a = {x} AND b ? 1", ExpressionDialect.Declared).Problem!;
        Assert.Equal(("holds '?', which is no part of an expression", 14), (problem.Message, problem.Span.Start));
    }

    [Fact]
    public void Ten_thousand_conditions_lie_beside_each_other()
    {
        var condition = ParsedExpression.OfCondition(string.Join(" AND ", Enumerable.Repeat("a = :a", 10_000)), ExpressionDialect.Request).Condition!;
        Assert.Equal(10_000, condition.Conjuncts.Count());
    }

    [Fact]
    public void Any_text_is_read_or_has_a_problem()
    {
        string[] pieces = ["a", "#b", ":c", "{d}", "'e'", "'", "{", "1", "-", "(", ")", "[", "]", ",", ".", "=", "<", ">", "+", " ", "AND", "OR",
            "NOT", "IN", "BETWEEN", "SET", "ADD", "size", "é", "?"];
        var random = new Random(20_261_128);
        for (var i = 0; i < 5_000; i++)
        {
            var text = string.Join(random.Next(2) == 0 ? " " : string.Empty, random.GetItems(pieces, random.Next(12)));
            foreach (var dialect in Enum.GetValues<ExpressionDialect>())
            {
                var condition = ParsedExpression.OfCondition(text, dialect);
                var update = ParsedExpression.OfUpdate(text, dialect);
                Assert.Equal(condition.Problem is null, condition.Condition is not null);
                Assert.Equal(update.Problem is null, update.Update is not null);
                Assert.Equal(text.Length, ParsedExpression.OfProjection(text, dialect).Tokens[^1].Span.Start);
            }
        }
    }
}
