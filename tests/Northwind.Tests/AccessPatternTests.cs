using Northwind.Catalog;
using Northwind.Sales;
using Northwind.Tour;

namespace Northwind.Tests;

/// <summary>Each access pattern answers just what a filter over the source does.</summary>
public sealed class AccessPatternTests(LoadedNorthwind northwind)
{
    private IOrders Orders => northwind.Get<IOrders>();

    private IProducts Products => northwind.Get<IProducts>();

    [Fact]
    public async Task Orders_of_a_customer_in_a_range_of_dates()
    {
        var (from, to) = (new DateOnly(2013, 1, 1), new DateOnly(2013, 12, 31));
        foreach (var customer in new[] { "SAVEA", "ALFKI", "ERNSH" })
        {
            var expected = northwind.Source.Orders
                .Where(order => order.CustomerId == customer && order.OrderDate >= from && order.OrderDate <= to)
                .OrderBy(order => order.OrderDate).ThenBy(order => order.Id)
                .Select(order => order.Id).ToArray();

            Assert.NotEmpty(expected);
            Assert.Equal(expected, await Orders.OfCustomer(customer, from, to).Select(order => order.OrderId).ToArrayAsync());
        }
    }

    [Theory]
    [InlineData(OrderStatus.Open)]
    [InlineData(OrderStatus.Shipped)]
    public async Task Orders_by_status_and_date_over_all_shards(OrderStatus status)
    {
        var from = new DateOnly(2014, 1, 1);
        var expected = northwind.Source.Orders
            .Where(order => order.ShippedDate is null == (status == OrderStatus.Open) && order.OrderDate >= from)
            .OrderBy(order => order.OrderDate).ThenBy(order => order.Id)
            .Select(order => order.Id).ToArray();

        Assert.NotEmpty(expected);
        Assert.Equal(expected, await Orders.WithStatus(status, from).Select(order => order.OrderId).ToArrayAsync());
    }

    [Fact]
    public async Task Latest_orders_of_an_employee()
    {
        var expected = northwind.Source.Orders.Where(order => order.EmployeeId == 4)
            .OrderByDescending(order => order.OrderDate).ThenByDescending(order => order.Id)
            .Take(10).Select(order => order.Id).ToArray();

        Assert.Equal(expected, (await Orders.LatestOfEmployee(4, limit: 10)).Select(order => order.OrderId));
    }

    [Fact]
    public async Task Products_of_every_supplier_and_in_every_category()
    {
        foreach (var supplier in northwind.Source.Suppliers)
        {
            var expected = northwind.Source.Products.Where(product => product.SupplierId == supplier.Id).Select(product => product.ProductName);
            Assert.Equal(expected.Order(StringComparer.Ordinal), await Products.OfSupplier(supplier.Id).Select(product => product.Name).ToArrayAsync());
        }

        foreach (var category in northwind.Source.Categories)
        {
            var expected = northwind.Source.Products.Where(product => product.CategoryId == category.Id).Select(product => product.ProductName);
            Assert.Equal(expected.Order(StringComparer.Ordinal), await Products.InCategory(category.Id).Select(product => product.Name).ToArrayAsync());
        }
    }

    [Fact]
    public async Task Products_in_a_category_by_the_beginning_of_their_name()
    {
        var expected = northwind.Source.Products.Where(product => product.CategoryId == 1 && product.ProductName.StartsWith("Ch", StringComparison.Ordinal))
            .Select(product => product.ProductName).Order(StringComparer.Ordinal).ToArray();

        Assert.True(expected.Length > 1);
        Assert.Equal(expected, await Products.InCategoryByName(1, "Ch").Select(product => product.Name).ToArrayAsync());
    }

    [Fact]
    public async Task Lines_in_which_a_product_was_sold()
    {
        var expected = northwind.Source.OrderDetails.Where(line => line.ProductId == 11).Select(line => line.OrderId).Order().ToArray();

        Assert.Equal(expected, await northwind.Get<IOrderLines>().OfProduct(11).Select(line => line.OrderId).ToArrayAsync());
    }

    [Fact]
    public async Task Customers_in_a_country()
    {
        var expected = northwind.Source.Customers.Where(customer => customer.Country == "Germany").Select(customer => customer.Id).ToHashSet();

        Assert.NotEmpty(expected);
        Assert.True(expected.SetEquals(await northwind.Get<ICustomers>().InCountry("Germany").Select(customer => customer.CustomerId).ToArrayAsync()));
    }

    [Fact]
    public async Task The_tour_visits_every_pattern_by_GetItem_or_Query_and_never_by_Scan()
    {
        using var recorder = new CallRecorder();
        foreach (var stop in northwind.Get<AccessPatternTour>().Stops)
        {
            recorder.TakeCalls();
            Assert.NotEqual("nothing", await stop.Visit());

            var calls = recorder.TakeCalls();
            Assert.Contains(calls, call => call.Items > 0 && call.CapacityUnits > 0 && call.Requests > 0);
            Assert.All(calls, call => Assert.True(call.Operation is "GetItem" or "Query", call.Operation));
        }
    }
}
